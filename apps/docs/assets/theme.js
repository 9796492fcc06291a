// Runs before the page is shown, so that it never flashes in the wrong colours.
(() => {
  const page = document.documentElement;
  page.classList.add("scripted");
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "dark" || theme === "light") page.dataset.theme = theme;
  } catch {
    // Without storage, the theme is the system's.
  }
})();
