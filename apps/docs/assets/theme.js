// Runs before the page is shown, so that it never flashes in the wrong colours, and no sample moves the text.
(() => {
  const page = document.documentElement;
  const languages = ["curl", "typescript", "octokit", "python", "gh"];
  page.classList.add("scripted");
  page.dataset.samples = languages[0];
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") page.dataset.theme = theme;
    const samples = localStorage.getItem("samples") ?? "";
    if (languages.includes(samples)) page.dataset.samples = samples;
  } catch {
    // Without storage, the theme is the system's and the samples are for curl.
  }
})();
