// The illustrator's hand: palette, paper, stippled shade and the few shapes that every picture shares.
export const INK = '#1d2b38', NIGHT = '#15212d', DEEP = '#274a5b', SEA = '#4d828c', MIST = '#a8c2be',
  PAPER = '#f2e7d3', SAND = '#dcbf94', STONE = '#8d8575', WARM = '#d7563a', AMBER = '#efaf55',
  PLUM = '#5a3b4b', OLIVE = '#6c7550', SKIN = ['#e3b48c', '#c68f66', '#9a6545', '#70462f', '#efcaa6'];

/** A generator with a fixed seed (mulberry32): the same picture on every run. */
export function rng(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  next.in = (lo, hi) => lo + (hi - lo) * next();
  next.of = (list) => list[Math.floor(next() * list.length)];
  return next;
}

const r1 = (x) => Math.round(x * 10) / 10;

/** A closed or open curve through points (Catmull–Rom as cubic segments). */
export function curve(pts, closed = false) {
  const n = pts.length, at = (i) => closed ? pts[(i + n) % n] : pts[Math.max(0, Math.min(n - 1, i))];
  let d = `M${r1(pts[0][0])} ${r1(pts[0][1])}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${r1(b[0] + (c[0] - a[0]) / 6)} ${r1(b[1] + (c[1] - a[1]) / 6)} ${r1(c[0] - (e[0] - b[0]) / 6)} ${r1(c[1] - (e[1] - b[1]) / 6)} ${r1(c[0])} ${r1(c[1])}`;
  }
  return closed ? d + 'Z' : d;
}
/** A hill, a shore, a cloud bank: the curve through points, closed along y = `base`. */
export const ground = (pts, base) => `${curve(pts)}L${pts.at(-1)[0]} ${base}L${pts[0][0]} ${base}Z`;
export const poly = (pts) => 'M' + pts.map(([x, y]) => `${r1(x)} ${r1(y)}`).join('L') + 'Z';
export const box = (x, y, w, h) => `M${r1(x)} ${r1(y)}h${r1(w)}v${r1(h)}h${r1(-w)}Z`;
export const disc = (x, y, r, ry = r) => `M${r1(x - r)} ${r1(y)}a${r} ${ry} 0 1 0 ${2 * r} 0a${r} ${ry} 0 1 0 ${-2 * r} 0Z`;
/** A leaf of water or light lying along x. */
export const lens = (x, y, w, h) => `M${r1(x - w)} ${r1(y)}Q${r1(x)} ${r1(y - h)} ${r1(x + w)} ${r1(y)}Q${r1(x)} ${r1(y + h)} ${r1(x - w)} ${r1(y)}Z`;
/** An organic patch round a centre. */
export function blob(rand, x, y, rx, ry, n = 9, rough = 0.25) {
  return curve(Array.from({ length: n }, (_, i) => {
    const t = (i / n) * Math.PI * 2, k = 1 + rand.in(-rough, rough);
    return [x + Math.cos(t) * rx * k, y + Math.sin(t) * ry * k];
  }), true);
}

export class Sheet {
  constructor(w, h, seed) {
    this.w = w; this.h = h; this.seed = seed; this.defs = ''; this.body = ''; this.ids = 0; this.stipples = new Map();
    this.rand = rng(seed);
    this.grain = 0.14; // how strong the paper shows; less where a drawing is full of detail
  }
  id() { return `i${this.ids++}`; }
  raw(text) { this.body += text; return this; }
  fill(d, colour, extra = '') { return this.raw(`<path d="${d}" fill="${colour}" ${extra}/>`); }
  line(d, colour, width, extra = '') {
    return this.raw(`<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`);
  }
  open(extra = '') { return this.raw(`<g ${extra}>`); }
  close() { return this.raw('</g>'); }
  clip(d) {
    const id = this.id();
    this.defs += `<clipPath id="${id}"><path d="${d}"/></clipPath>`;
    return `clip-path="url(#${id})"`;
  }
  /** The filter that breaks a fade up into grains of one colour. */
  grains(colour) {
    if (!this.stipples.has(colour)) {
      const id = this.id();
      this.stipples.set(colour, id);
      this.defs += `<filter id="${id}" filterUnits="userSpaceOnUse" x="-800" y="-800" width="${this.w + 1600}" height="${this.h + 1600}" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="0.36" numOctaves="2" seed="${this.seed % 97}"/><feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2.4 0 0 0 -0.7" result="n"/>
<feComposite in="SourceAlpha" in2="n" operator="arithmetic" k2="2.6" k3="2.6" k4="-2.6" result="m"/><feFlood flood-color="${colour}"/><feComposite in2="m" operator="in"/></filter>`;
    }
    return this.stipples.get(colour);
  }
  /** Shades the shape `d` with grains that thin out from (x1, y1) to (x2, y2). */
  shade(d, colour, [x1, y1, x2, y2], from = 0.75, to = 0) {
    const g = this.id(), f = this.grains(colour);
    this.defs += `<linearGradient id="${g}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-opacity="${from}"/><stop offset="1" stop-opacity="${to}"/></linearGradient>`;
    return this.raw(`<g ${this.clip(d)}><g filter="url(#${f})"><rect x="-800" y="-800" width="${this.w + 1600}" height="${this.h + 1600}" fill="url(#${g})"/></g></g>`);
  }
  /** A wide fade without grains, for skies and seas. */
  fade(d, colour, [x1, y1, x2, y2], from = 0.75, to = 0) {
    const g = this.id();
    this.defs += `<linearGradient id="${g}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"><stop offset="0" stop-color="${colour}" stop-opacity="${from}"/><stop offset="1" stop-color="${colour}" stop-opacity="${to}"/></linearGradient>`;
    return this.fill(d, `url(#${g})`);
  }
  /** A round glow without grains. */
  halo(x, y, r, colour, from = 0.8, d = box(-800, -800, this.w + 1600, this.h + 1600)) {
    const g = this.id();
    this.defs += `<radialGradient id="${g}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${r}"><stop offset="0" stop-color="${colour}" stop-opacity="${from}"/><stop offset=".5" stop-color="${colour}" stop-opacity="${from * 0.36}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
    return this.fill(d, `url(#${g})`);
  }
  /** A round glow of grains. */
  glow(x, y, r, colour, from = 0.8, within = null) {
    const g = this.id(), f = this.grains(colour);
    this.defs += `<radialGradient id="${g}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${r}"><stop offset="0" stop-opacity="${from}"/><stop offset="1" stop-opacity="0"/></radialGradient>`;
    return this.raw(`<g ${within ? this.clip(within) : ''}><g filter="url(#${f})"><rect x="-800" y="-800" width="${this.w + 1600}" height="${this.h + 1600}" fill="url(#${g})"/></g></g>`);
  }
  /** Leaves of light on water between two heights, growing towards the viewer. */
  water(y0, y1, colour, count, opacity = 1, x0 = 0, x1 = this.w) {
    let d = '';
    for (let i = 0; i < count; i++) {
      const t = this.rand() ** 1.4, y = y0 + (y1 - y0) * t, s = 0.25 + t;
      d += lens(this.rand.in(x0, x1), y, this.rand.in(18, 80) * s, this.rand.in(2.5, 6) * s);
    }
    return this.fill(d, colour, `opacity="${opacity}"`);
  }
  /** A standing person seen from behind or as a silhouette; feet at (x, y), `h` tall. */
  person(x, y, h, coat, head, { legs = INK, arm = 0, hat = null, lean = 0, wide = 1 } = {}) {
    const w = h * 0.15 * wide;
    this.open(`transform="rotate(${lean} ${r1(x)} ${r1(y)})"`);
    this.fill(poly([[x - w * 0.6, y - h * 0.45], [x + w * 0.6, y - h * 0.45], [x + w * 0.5, y], [x + w * 0.1, y], [x, y - h * 0.3], [x - w * 0.1, y], [x - w * 0.5, y]]), legs);
    if (arm) this.line(`M${r1(x + w * 0.6 * Math.sign(arm))} ${r1(y - h * 0.76)}Q${r1(x + w * 1.7 * Math.sign(arm))} ${r1(y - h * 0.8)} ${r1(x + w * 1.6 * Math.sign(arm))} ${r1(y - h * (0.8 + Math.abs(arm) * 0.3))}`, coat, r1(h * 0.065));
    this.fill(`M${r1(x - w)} ${r1(y - h * 0.36)}Q${r1(x - w * 1.25)} ${r1(y - h * 0.8)} ${r1(x - w * 0.4)} ${r1(y - h * 0.835)}L${r1(x + w * 0.4)} ${r1(y - h * 0.835)}Q${r1(x + w * 1.25)} ${r1(y - h * 0.8)} ${r1(x + w)} ${r1(y - h * 0.36)}Z`, coat);
    this.fill(disc(r1(x), r1(y - h * 0.91), r1(h * 0.068), r1(h * 0.08)), head);
    if (hat) this.fill(disc(r1(x), r1(y - h * 0.93), r1(h * 0.073), r1(h * 0.072)), hat);
    return this.close();
  }
  gull(x, y, s, colour = PAPER) {
    return this.fill(`M${x - s} ${y - s * 0.25}Q${x - s * 0.4} ${y - s * 0.55} ${x} ${y}Q${x + s * 0.4} ${y - s * 0.6} ${x + s} ${y - s * 0.35}Q${x + s * 0.4} ${y - s * 0.3} ${x} ${y + s * 0.14}Q${x - s * 0.4} ${y - s * 0.25} ${x - s} ${y - s * 0.25}Z`, colour);
  }
  /** The finished SVG: edges as cut by hand, a fine paper grain over all. */
  svg() {
    const { w, h } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>${this.defs}
<filter id="hand" filterUnits="userSpaceOnUse" x="0" y="0" width="${w}" height="${h}" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.018" numOctaves="2" seed="4"/><feDisplacementMap in="SourceGraphic" scale="7" xChannelSelector="R" yChannelSelector="G"/></filter>
<filter id="paper" filterUnits="userSpaceOnUse" x="0" y="0" width="${w}" height="${h}" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.4" numOctaves="1" seed="9"/><feColorMatrix values="0 0 0 0 0.12 0 0 0 0 0.1 0 0 0 0 0.08 0 0.9 0 0 -0.33"/></filter></defs>
<g filter="url(#hand)"><g transform="translate(${w / 2} ${h / 2}) scale(1.012) translate(${-w / 2} ${-h / 2})">${this.body}</g></g><rect width="${w}" height="${h}" filter="url(#paper)" opacity="${this.grain}"/></svg>`;
  }
}
