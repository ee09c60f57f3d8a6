/** What was measured on one input. */
export interface Group {
  readonly title: string;
  readonly bars: readonly Bar[];
}

interface Bar {
  readonly label: string;
  /** Above zero, in the unit of the plot's title. */
  readonly value: number;
  /** Drawn in the strong colour. */
  readonly own: boolean;
}

// In pixels.
const width = 840;
const margin = 24;
const labels = 280;
const figures = 56;
const barHeight = 18;
const barPitch = 23;
const groupPitch = 36;
const header = 76;

/**
 * Horizontal bars on a logarithmic axis, as an SVG with a background of its own: it reads on light and on dark pages.
 * @param caption lines below the bars
 */
export function plot(title: string, groups: readonly Group[], caption: readonly string[]): string {
  const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value));
  const axis = axisOf(values);
  const lines: string[] = [];
  let y = header;
  for (const group of groups) {
    lines.push(text(margin, y + 14, group.title, 'font-weight="600"'));
    y += groupPitch - 12;
    for (const bar of group.bars) {
      lines.push(...drawn(bar, y, axis));
      y += barPitch;
    }
    y += 12;
  }
  const height = y + 12 + 20 * caption.length + margin / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    '<g font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif" font-size="13" fill="#1f2328">',
    text(margin, 32, title, 'font-size="17" font-weight="600"'),
    ...grid(axis, y - 8),
    ...lines,
    ...caption.map((line, index) => text(margin, y + 20 + 20 * index, line, 'font-size="12" fill="#59636e"')),
    "</g>",
    "</svg>\n",
  ].join("\n");
}

/** Powers of ten. */
interface Axis {
  readonly from: number;
  readonly to: number;
}

function axisOf(values: readonly number[]): Axis {
  return { from: Math.floor(Math.log10(Math.min(...values))), to: Math.ceil(Math.log10(Math.max(...values))) };
}

function placeOf(value: number, { from, to }: Axis): number {
  const left = margin + labels;
  return left + ((Math.log10(value) - from) / (to - from)) * (width - margin - figures - left);
}

function grid(axis: Axis, bottom: number): string[] {
  return Array.from({ length: axis.to - axis.from + 1 }, (_, index) => 10 ** (axis.from + index)).flatMap((value) => {
    const x = placeOf(value, axis).toFixed(1);
    return [
      `<path d="M${x} ${header - 8}V${bottom}" stroke="#d0d7de"/>`,
      text(x, header - 14, value.toLocaleString("en"), 'font-size="12" fill="#59636e" text-anchor="middle"'),
    ];
  });
}

function drawn({ label, value, own }: Bar, y: number, axis: Axis): string[] {
  const [left, right] = [margin + labels, placeOf(value, axis)];
  const bar = `x="${left}" y="${y}" width="${Math.max(1, right - left).toFixed(1)}" height="${barHeight}"`;
  const weight = own ? ' font-weight="600"' : "";
  return [
    text(left - 8, y + 14, label, `text-anchor="end"${weight}`),
    `<rect ${bar} rx="2" fill="${own ? "#0969da" : "#afb8c1"}"/>`,
    text(
      (right + 6).toFixed(1),
      y + 14,
      figure(value),
      `stroke="#ffffff" stroke-width="4" paint-order="stroke"${weight}`,
    ),
  ];
}

/** The times are whole milliseconds: more than three digits would not be measured. */
function figure(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

function text(x: number | string, y: number, content: string, attributes = ""): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(content)}</text>`.replace(" >", ">");
}

function escaped(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
