/** Message above a form that was not accepted; nothing when there is none. */
export function Problem({ text }: { readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <div class="error" role="alert">
      {text}
    </div>
  );
}
