import { encode } from "uqr";

/** QR code as an SVG, dark on light in both themes: many readers take no other. */
export function QrCode({ text }: { readonly text: string }) {
  const { size, data } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="qr" role="img" aria-label="QR code" viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <path fill="#000000" d={squares.join("")} />
    </svg>
  );
}
