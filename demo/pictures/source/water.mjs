// Pictures of the sea: ferry, lantern race, regatta, seagrass meadow, listening cable.
import { Sheet, INK, NIGHT, DEEP, SEA, MIST, PAPER, SAND, STONE, WARM, AMBER, PLUM, OLIVE, SKIN, curve, ground, poly, box, disc, lens, blob } from './sheet.mjs';

export function ferry() {
  const s = new Sheet(1600, 1067, 11), r = s.rand;
  s.grain = 0.07;
  s.fill(box(0, 0, 1600, 600), '#f3dcb8');
  s.fade(box(0, 0, 1600, 560), '#e9c391', [0, 0, 0, 420], 0.75);
  s.fill(disc(330, 405, 92), '#f9ead0').halo(330, 405, 330, '#f9ead0', 0.7);
  for (const [y, c, o] of [[420, '#b9bfae', 0], [468, '#8fa9a6', 3]]) {
    const pts = Array.from({ length: 12 }, (_, i) => [i * 150 - 20, y - 70 * Math.abs(Math.sin(i * 0.9 + o)) * (i < 3 ? 0.35 : 0.8)]);
    s.fill(ground(pts, 560), c);
  }
  s.fill(box(0, 512, 1600, 560), SEA);
  s.fade(box(0, 512, 1600, 400), '#9fc0b8', [0, 512, 0, 720], 0.8);
  s.fade(box(0, 700, 1600, 367), DEEP, [0, 960, 0, 690], 0.8);
  s.water(525, 880, '#dfe3cc', 90, 0.75, 0, 700).water(530, 900, DEEP, 70, 0.55);
  // smoke
  s.fill(curve([[1110, 150], [1180, 92], [1300, 70], [1440, 20], [1620, -30], [1620, 90], [1450, 100], [1320, 135], [1200, 150], [1140, 180]], true), '#e2cfae');
  // the ship, bow to the left
  const hull = 'M440 560L1490 545Q1530 600 1488 735L610 735Q500 690 440 560Z';
  s.fill(lens(1040, 745, 640, 34), DEEP, 'opacity=".7"');
  s.fill(hull, PAPER);
  s.fill('M506 652L1512 640Q1508 690 1488 735L610 735Q548 710 506 652Z', INK).fill('M506 652L1512 640L1511 656L519 668Z', WARM);
  s.fill('M610 555L1440 543L1420 440L690 440Z', '#fbf4e6').fill('M700 440L1330 440L1300 352L770 352Z', '#f6ecd8').fill('M770 352L960 352L950 290L800 290Z', '#fbf4e6');
  s.fill(box(806, 306, 140, 22), DEEP);
  s.shade('M610 555L1440 543L1420 440L690 440Z', '#cdb48e', [1440, 0, 1060, 0], 0.8).shade(hull, '#c9b28f', [1520, 0, 1060, 0], 0.8).shade('M700 440L1330 440L1300 352L770 352Z', '#cdb48e', [1330, 0, 1000, 0], 0.8);
  s.fill('M1040 352L1180 352L1160 176L1058 176Z', WARM).fill('M1058 176L1160 176L1157 206L1056 206Z', INK).shade('M1040 352L1180 352L1160 176L1058 176Z', '#96352a', [1180, 0, 1080, 0], 0.9);
  let d = '', e = '';
  for (let i = 0; i < 17; i++) d += box(712 + i * 42, 468, 24, 26);
  for (let i = 0; i < 13; i++) d += box(792 + i * 39, 378, 22, 24);
  for (let i = 0; i < 22; i++) e += disc(600 + i * 40, 604 - i * 0.4, 9);
  s.fill(d, DEEP).fill(e, DEEP);
  s.line('M880 290V170M1400 440V300', INK, 7);
  s.line('M440 560L880 170L1060 178M1160 178L1400 300L1492 546', INK, 2.5);
  for (let i = 0; i < 17; i++) { const t = i / 17, x = 452 + t * 420, y = 549 - t * 372; s.fill(poly([[x, y], [x + 24, y - 21], [x + 21, y + 16]]), r.of([WARM, AMBER, SEA, PAPER])); }
  for (let i = 0; i < 9; i++) { const x = 1175 + i * 25, y = 186 + i * 13.5; s.fill(poly([[x, y], [x + 22, y + 12], [x + 6, y + 32]]), r.of([WARM, AMBER, SEA, PAPER])); }
  for (let i = 0; i < 60; i++) { const x = r.in(690, 1400); const up = r() < 0.4; s.person(up ? 780 + (x - 690) * 0.72 : x, up ? 356 : 446, r.in(34, 40), r.of([INK, PLUM, DEEP, OLIVE, WARM, STONE]), r.of(SKIN)); }
  s.line('M690 420H1418M770 334H1040M1180 334H1300', '#e5d7bc', 4);
  s.water(735, 760, PAPER, 60, 0.9, 560, 1600);
  for (const [x, y, k] of [[250, 230, 40], [360, 170, 26], [560, 250, 30], [180, 330, 20], [1460, 240, 28]]) s.gull(x, y, k, '#fdf6e8');
  // the quay
  s.fill(poly([[0, 950], [1600, 900], [1600, 1067], [0, 1067]]), '#2a3743');
  s.shade(poly([[0, 950], [1600, 900], [1600, 1067], [0, 1067]]), '#4a5560', [0, 900, 0, 990], 0.6);
  const crowd = [];
  for (let i = 0; i < 46; i++) crowd.push([r.in(-10, 1610), r.in(985, 1130)]);
  crowd.sort((a, b) => a[1] - b[1]);
  for (const [x, y] of crowd) s.person(x, y + 30, r.in(215, 265), r.of([INK, PLUM, '#33475a', '#3d4c46', '#6b4a45', NIGHT, '#7d6a58', DEEP]), r.of(SKIN), { arm: r() < 0.3 ? r.of([-1, 1, 0.8]) : 0, hat: r() < 0.8 ? r.of([INK, '#3a2d2b', PLUM, '#4d3a30', STONE]) : '#d8cdb8', wide: r.in(0.95, 1.15) });
  s.person(520, 1150, 280, WARM, SKIN[1], { hat: '#2b211f', arm: 1.1 });
  return s;
}

export function lantern_race() {
  const s = new Sheet(1600, 1067, 23), r = s.rand;
  s.fill(box(0, 0, 1600, 560), '#1c3444');
  s.fade(box(0, 0, 1600, 560), '#3d6470', [0, 560, 0, 180], 0.75).fade(box(0, 0, 1600, 400), NIGHT, [0, 0, 0, 330], 0.75);
  let st = '';
  for (let i = 0; i < 110; i++) st += disc(Math.round(r.in(420, 1600)), Math.round(r.in(10, 430)), r.of([1.6, 2, 2.4, 3.4]));
  s.fill(st, '#e8dcc0', 'opacity=".85"');
  s.fill(box(0, 545, 1600, 540), '#1b3340').fade(box(0, 545, 1600, 522), '#3d6470', [0, 545, 0, 690], 0.6).fade(box(0, 700, 1600, 367), NIGHT, [0, 1067, 0, 720], 0.85);
  s.fill(ground([[900, 548], [1050, 528], [1180, 536], [1330, 516], [1500, 530], [1610, 522]], 552), '#12212c');
  for (let i = 0; i < 19; i++) { const x = 930 + i * 34 + r.in(-10, 10), y = 556 + r.in(0, 10) + (i % 4) * 7; s.fill(disc(Math.round(x), Math.round(y), 3.4), AMBER).fill(lens(x, y + 12, 3, 14), AMBER, 'opacity=".5"').fill(poly([[x - 1, y - 4], [x - 1, y - 34 - (i % 3) * 8], [x + 13, y - 5]]), '#5d7d84'); }
  // cliffs
  const far = 'M0 120L150 92L240 160L330 190L372 300L430 340L452 430L520 470L548 556L0 570Z';
  s.fill(far, '#223642').shade(far, '#4d6a6f', [560, 470, 330, 300], 0.6);
  const near = 'M0 0L120 20L176 130L150 230L236 330L250 440L318 520L330 610L394 668L0 720Z';
  s.fill(near, '#101a24').shade(near, '#3f4a50', [420, 560, 200, 420], 0.8).glow(560, 720, 420, '#8f6747', 0.55, near);
  s.water(575, 1040, '#4b737b', 120, 0.5, 360, 1600);
  // light on the water
  s.halo(760, 745, 460, '#c98d49', 0.7, box(0, 545, 1600, 540));
  let g = '';
  for (let i = 0; i < 64; i++) { const t = r() ** 0.8, y = 790 + t * 270; g += lens(752 + r.in(-1, 1) * (30 + t * 120), y, r.in(14, 52) * (0.6 + t), r.in(2.5, 6)); }
  s.fill(g, AMBER).halo(760, 590, 330, '#7d6a4d', 0.6, box(0, 0, 1600, 740));
  // the dinghy
  s.fill(lens(760, 794, 190, 16), '#0d1720');
  s.line('M802 770L786 318', '#3b2a23', 10).line('M792 470L640 350', '#3b2a23', 7);
  const sail = 'M788 330L640 352Q676 560 604 716Q720 726 800 712Q780 520 788 330Z';
  s.fill(sail, '#e9c58d').shade(sail, '#9c6a45', [640, 330, 760, 620], 0.85).shade(sail, '#f8e6bd', [790, 740, 690, 560], 0.8);
  s.fill('M560 728Q760 768 948 716Q930 792 872 800L650 800Q590 790 560 728Z', '#6f3d2c').fill('M560 728Q760 768 948 716L944 732Q760 786 566 744Z', '#c4834c').shade('M560 728Q760 768 948 716Q930 792 872 800L650 800Q590 790 560 728Z', '#2b1a18', [560, 800, 800, 740], 0.8);
  s.halo(826, 636, 150, '#ffdf98', 0.95);
  // the sisters
  const girl = (x, y, k, c, h) => { s.fill(`M${x - 34 * k} ${y}Q${x - 38 * k} ${y - 78 * k} ${x} ${y - 84 * k}Q${x + 38 * k} ${y - 78 * k} ${x + 36 * k} ${y}Z`, c).fill(disc(x, y - 108 * k, 24 * k, 28 * k), '#c98f62').fill(`M${x - 27 * k} ${y - 96 * k}Q${x - 36 * k} ${y - 146 * k} ${x + 4 * k} ${y - 140 * k}Q${x + 26 * k} ${y - 134 * k} ${x + 16 * k} ${y - 118 * k}Q${x - 8 * k} ${y - 122 * k} ${x - 10 * k} ${y - 92 * k}Q${x - 14 * k} ${y - 66 * k} ${x - 32 * k} ${y - 58 * k}Z`, h); };
  girl(874, 746, 1, WARM, '#241713'); girl(690, 752, 0.9, '#3c6270', '#3a2016');
  s.line('M880 690Q920 700 930 716', WARM, 16);
  s.line('M826 770V640', '#3b2a23', 6).fill(box(812, 616, 28, 40), '#fff3cf').fill(box(813, 618, 26, 36), '#fff6dc').line('M808 614H844M808 658H844M826 600V612', '#2b1d18', 6);
  return s;
}

export function regatta() {
  const s = new Sheet(1600, 1067, 31), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), SEA).fade(box(0, 0, 1600, 1067), '#8fb6ae', [1600, 0, 700, 700], 0.8).fade(box(0, 0, 1600, 1067), DEEP, [0, 1067, 700, 420], 0.75);
  s.open('transform="rotate(-24 800 533)"');
  s.water(-260, 1300, '#3c6f7b', 190, 0.8, -300, 1900).water(-260, 1300, '#b9d0c4', 110, 0.55, -300, 1900);
  // the line of buoys at the finish
  for (let i = -3; i < 15; i++) s.fill(disc(1362, i * 92 + 8, 20), '#2c5663', 'opacity=".6"').fill(disc(1352, i * 92, 17), i % 2 ? PAPER : WARM);
  const eight = (bow, y, kit, shell, skins) => {
    // wash
    for (const k of [-1, 1]) s.fill(`M${bow - 30} ${y}Q${bow - 500} ${y + k * 30} ${bow - 1500} ${y + k * 170}L${bow - 1500} ${y + k * 128}Q${bow - 600} ${y + k * 14} ${bow - 30} ${y}Z`, '#c9dccf', 'opacity=".5"');
    s.fill(`M${bow - 1080} ${y + 3}L${bow - 1560} ${y - 26}L${bow - 1560} ${y + 30}Z`, '#d9e6d8', 'opacity=".7"');
    s.fill(`M${bow - 1090} ${y + 34}Q${bow - 560} ${y + 74} ${bow + 12} ${y + 30}Q${bow - 560} ${y + 4} ${bow - 1090} ${y + 34}Z`, '#214450', 'opacity=".55"');
    // puddles of the last stroke, then shell
    for (let i = 0; i < 8; i++) { const x = bow - 250 - i * 92, k = i % 2 ? 1 : -1; s.fill(disc(x - 150, y + k * 196, 22, 11), '#dfe9da', 'opacity=".8"').fill(disc(x - 146, y + k * 196, 12, 5), SEA); }
    const d = `M${bow - 1090} ${y}Q${bow - 560} ${y - 46} ${bow} ${y}Q${bow - 560} ${y + 46} ${bow - 1090} ${y}Z`;
    s.fill(d, shell).fill(`M${bow - 960} ${y}Q${bow - 560} ${y - 24} ${bow - 190} ${y}Q${bow - 560} ${y + 24} ${bow - 960} ${y}Z`, '#7b4a34').shade(d, '#6e4632', [bow, y + 40, bow, y - 8], 0.55).fill(disc(bow + 4, y, 8), PAPER);
    for (let i = 0; i < 8; i++) {
      const x = bow - 250 - i * 92, k = i % 2 ? 1 : -1;
      s.line(`M${x - 8} ${y - k * 12}L${x - 34} ${y + k * 178}`, '#f0e2c6', 6);
      s.line(`M${x - 34} ${y + k * 178}L${x - 38} ${y + k * 216}`, kit, 15);
      // rower seen from above: legs towards the stern, back bent to the bow
      s.line(`M${x} ${y - 12}L${x - 46} ${y - 9}M${x} ${y + 12}L${x - 46} ${y + 9}`, skins[(i + 2) % 5], 11);
      s.line(`M${x + 10} ${y - 22}L${x - 24} ${y + k * 14}M${x + 10} ${y + 22}L${x - 20} ${y + k * 26}`, skins[i % 5], 10);
      s.fill(`M${x + 34} ${y - 15}Q${x + 6} ${y - 40} ${x - 4} ${y - 20}L${x - 4} ${y + 20}Q${x + 6} ${y + 40} ${x + 34} ${y + 15}Z`, kit);
      s.fill(disc(x - 2, y, 15, 14), r.of(['#2b1d18', '#4a2f22', '#1d1a1c', '#8a5a34', '#3a2620'])).fill(disc(x + 11, y, 6, 5), r.of(['#2b1d18', '#4a2f22', '#1d1a1c']));
    }
    const x = bow - 1000;
    s.fill(`M${x - 26} ${y - 14}Q${x + 2} ${y - 34} ${x + 6} ${y - 16}L${x + 6} ${y + 16}Q${x + 2} ${y + 34} ${x - 26} ${y + 14}Z`, kit).fill(disc(x + 4, y, 15), PAPER).fill(lens(x + 16, y, 12, 16), '#d8c8a8');
  };
  eight(1350, 292, '#3d6b4f', '#f0dfbb', SKIN);
  eight(1336, 748, WARM, '#f6ead3', [SKIN[2], SKIN[0], SKIN[3], SKIN[1], SKIN[4]]);
  return s.close();
}

export function meadow() {
  const s = new Sheet(1600, 1067, 47), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#3f8f95').fade(box(0, 0, 1600, 1067), '#1f5668', [0, 0, 800, 620], 0.95).fade(box(0, 0, 1600, 1067), '#9fd0bd', [1600, 1067, 760, 420], 0.95);
  const shoal = curve([[1700, 280], [1420, 350], [1210, 520], [1080, 700], [900, 860], [640, 960], [420, 1130], [1700, 1130]], true);
  s.fill(shoal, '#8cc4b5', 'opacity=".6"');
  const shallow = curve([[1700, 470], [1500, 520], [1340, 660], [1230, 800], [1060, 920], [860, 1010], [760, 1140], [1700, 1140]], true);
  s.fill(shallow, '#b7dcc6', 'opacity=".8"');
  // the meadow: patches of seagrass, each with blades combed by the current
  const patches = [[250, 250, 330, 190], [640, 180, 220, 130], [160, 620, 210, 180], [520, 560, 180, 130], [930, 330, 210, 140], [420, 860, 150, 90], [1180, 150, 170, 90], [780, 760, 120, 74], [1080, 590, 90, 60], [1460, 130, 130, 80], [980, 90, 80, 44], [330, 420, 90, 50], [690, 400, 70, 40], [1330, 330, 70, 46], [60, 930, 150, 110], [620, 960, 50, 30], [930, 870, 36, 22], [1240, 430, 34, 22]];
  let d = '';
  for (const [x, y, rx, ry] of patches) d += blob(r, x, y, rx, ry, 13, 0.26);
  s.open('transform="translate(9 12)"').fill(d, '#1c4a58', 'opacity=".35"').close();
  s.fill(d, '#20505a').shade(d, '#153b47', [0, 0, 900, 900], 0.75, 0.1);
  let blades = '', light = '';
  for (let i = 0; i < 760; i++) { const [x, y, rx, ry] = r.of(patches), t = r() * 6.283, k = Math.sqrt(r()) * 1.0, px = x + Math.cos(t) * rx * k, py = y + Math.sin(t) * ry * k; (i % 3 ? (blades += `M${px | 0} ${py | 0}q9 -9 ${r.in(16, 30) | 0} -8`) : (light += `M${px | 0} ${py | 0}q9 -9 ${r.in(14, 26) | 0} -9`)); }
  s.line(blades, '#123540', 4).line(light, '#4f8a74', 3.5);
  // beach
  const foam = curve([[1720, 720], [1560, 762], [1450, 850], [1370, 930], [1240, 1000], [1150, 1100], [1720, 1120]], true);
  s.fill(foam, '#f6efdf');
  const beach = curve([[1720, 748], [1580, 786], [1472, 872], [1396, 952], [1270, 1020], [1190, 1110], [1720, 1120]], true);
  s.fill(beach, '#e6cb9d').shade(beach, '#c79f6c', [1640, 1090, 1420, 880], 0.7);
  for (const [x, y, c] of [[1500, 930, WARM], [1562, 860, PAPER], [1450, 1010, AMBER]]) { s.fill(disc(x + 20, y + 22, 31, 27), '#a98458', 'opacity=".7"').fill(disc(x, y, 31), c); for (let k = 0; k < 4; k++) { const a = k * 1.571 + 0.3; s.fill(poly([[x, y], [x + 31 * Math.cos(a), y + 31 * Math.sin(a)], [x + 31 * Math.cos(a + 0.7), y + 31 * Math.sin(a + 0.7)]]), c === PAPER ? SEA : PAPER); } }
  s.fill(box(1528, 962, 22, 52), DEEP, 'transform="rotate(34 1539 988)"').fill(box(1590, 900, 22, 52), PLUM, 'transform="rotate(-24 1600 926)"');
  // caustics
  let c = '';
  for (let i = 0; i < 46; i++) { const x = r.in(880, 1400), y = 1100 - (x - 700) * 0.62 + r.in(-90, 150); c += `M${x | 0} ${y | 0}q20 -16 44 -4t40 -10`; }
  s.line(c, '#eaf5e4', 3.5, 'opacity=".55"');
  // a sailing yacht at its buoy, its shadow on the sand a little way off
  s.open('transform="translate(905 575) rotate(-32)"');
  s.open('transform="translate(58 96)"').fill('M-150 0Q-60 -62 170 0Q-60 62 -150 0Z', '#17424f', 'opacity=".5"').close();
  s.line('M168 0L258 -8', '#f2e7d3', 3);
  s.fill('M-150 -24Q-60 -62 170 0Q-60 62 -150 24Z', '#fbf5e8').fill('M-128 -16Q-56 -42 110 0Q-56 42 -128 16Z', '#e0c194').fill('M-10 -20Q40 -16 62 0Q40 16 -10 20Z', '#fbf5e8').shade('M-150 -24Q-60 -62 170 0Q-60 62 -150 24Z', '#b9a98c', [0, 60, 0, 0], 0.7);
  s.line('M40 0L-120 6', '#fffaf0', 15).line('M44 0L-118 6', DEEP, 5).fill(disc(44, 0, 8), INK);
  s.fill(disc(-86, -14, 9), '#3a2620').fill(disc(-74, 12, 9), '#8a5a34').fill('M-104 -14q18 -14 30 0q-12 14 -30 0Z', WARM, 'opacity=".95"').fill(disc(-86, -14, 8), '#3a2620');
  s.fill(disc(268, -8, 19), WARM).fill(disc(264, -13, 6), '#f0a184').close();
  // swimmer
  s.open('transform="translate(1180 690) rotate(-140)"').fill(lens(-44, 0, 50, 9), '#eaf5e4', 'opacity=".7"').line('M-34 -5L-8 -3M-34 6L-8 3', SKIN[1], 7).fill('M-10 -9Q14 -15 22 0Q14 15 -10 9Z', PLUM).line('M16 -10L40 -18M16 10L2 26', SKIN[1], 7).fill(disc(30, 0, 10), '#2b1d18').close();
  return s;
}

export function cable() {
  const s = new Sheet(1600, 1067, 59), r = s.rand;
  s.fill(box(0, 0, 1600, 150), '#f1d9b2').halo(1240, 140, 420, '#fbeed4', 0.9, box(0, 0, 1600, 150));
  s.fill(ground([[0, 118], [220, 82], [420, 108], [640, 96], [820, 124]], 150), '#a9b6a6');
  s.fill(box(0, 138, 1600, 930), '#3f7f8b').fade(box(0, 138, 1600, 930), '#16303f', [0, 900, 0, 200], 1);
  for (const [x, w, k] of [[1040, 70, -260], [1180, 120, -140], [1360, 80, 40], [880, 40, -400]]) s.fade(poly([[x, 138], [x + w, 138], [x + w * 2.2 + k, 900], [x + k - w, 900]]), '#cfe0cc', [0, 138, 0, 760], 0.3);
  s.water(139, 156, '#e8ecd8', 46, 0.9).water(160, 330, '#7fb0b0', 60, 0.4);
  // a coaster, above and below the surface
  s.fill('M250 96L640 96L600 168Q430 186 290 168Z', '#15212d').fill('M262 122L628 122L618 140L272 140Z', WARM).fill(box(300, 50, 96, 46), PAPER).fill(box(318, 24, 60, 28), PAPER).fill(box(350, -6, 24, 32), WARM).line('M560 96V36M560 44L470 92', '#15212d', 5).fill(box(430, 76, 110, 22), AMBER);
  s.fill('M272 140L618 140L600 168Q430 186 290 168Z', '#2b4450').shade('M280 150L612 150L600 168Q430 186 290 168Z', NIGHT, [0, 180, 0, 140], 0.9);
  // sea floor: four short faults, side by side like the steps of a stair
  const far = ground([[0, 700], [260, 720], [520, 690], [820, 760], [1100, 720], [1400, 780], [1620, 740]], 1067);
  s.fill(far, '#1f4351');
  const steps = [[0, 748], [330, 762], [392, 834], [730, 842], [790, 912], [1110, 918], [1166, 972], [1600, 978]];
  const floor = poly([...steps, [1600, 1067], [0, 1067]]);
  s.fill(floor, '#132531').shade(floor, '#4e6f72', [0, 740, 0, 1010], 0.85, 0.1);
  for (const [x, y] of [[362, 800], [760, 878], [1138, 946]]) s.line(`M${x} ${y}l-70 300`, '#0c1821', 9);
  for (let i = 0; i < 36; i++) { const x = r.in(0, 1600), k = steps.findIndex((p) => p[0] > x), a = steps[k - 1], b = steps[k]; const y = a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1]); if (k % 2) s.fill(`M${x | 0} ${y + 4 | 0}q${r.in(14, 34) | 0} ${-r.in(14, 34) | 0} ${r.in(46, 80) | 0} 0Z`, r.of(['#1b3642', '#0f1f2a', '#2c4f58'])); }
  // tremor
  const q = [790, 1000];
  for (let i = 1; i < 8; i++) s.line(disc(...q, 66 * i), '#efaf55', 7 - i * 0.6, `opacity="${(0.85 - i * 0.1).toFixed(2)}"`);
  s.halo(...q, 300, '#d7563a', 0.75).fill(disc(...q, 13), '#ffe3ae');
  // the cable, light running along it
  const c = curve([[-20, 730], [180, 742], [330, 744], [400, 812], [560, 824], [728, 826], [796, 892], [960, 904], [1110, 902], [1172, 956], [1380, 964], [1620, 960]]);
  s.line(c, '#0a141b', 26).line(c, '#8e5a34', 17).line(c, AMBER, 6);
  s.line(c, '#fff4d4', 9, 'stroke-dasharray="46 150" stroke-dashoffset="20"');
  // fin whale
  s.open('transform="translate(900 470) rotate(-9) scale(1.12)"');
  const w = 'M-470 -6Q-430 -80 -190 -92Q120 -100 340 -34Q430 -16 500 -30Q552 -92 604 -96Q596 -40 556 -16Q600 16 606 62Q548 44 500 -2Q420 26 330 30Q80 86 -180 82Q-400 72 -470 -6Z';
  s.fill(w, '#2b4f5e').shade(w, '#7ea4a4', [0, -110, 0, 30], 0.8);
  s.fill('M-470 -6Q-400 72 -180 82Q80 86 330 30Q60 34 -120 20Q-330 8 -470 -6Z', '#c9d2c4');
  for (let i = 0; i < 8; i++) s.line(`M${-440 + i * 10} ${4 + i * 7}Q${-250 + i * 14} ${24 + i * 8} ${-60 + i * 16} ${26 + i * 6}`, '#2b4f5e', 3);
  s.fill('M210 -66Q262 -112 296 -104Q276 -74 282 -48Z', '#24424f').fill('M-200 40Q-150 120 -70 146Q-96 90 -110 46Z', '#1d3947').fill(disc(-352, -16, 7), '#0d1a22').line('M-470 -6Q-400 6 -330 6', '#1d3947', 4);
  s.close();
  for (let i = 0; i < 40; i++) { const x = 240 + r.in(-110, 130), y = 480 + r.in(-60, 70); s.fill(`M${x | 0} ${y | 0}q12 -7 24 0l9 -5v10l-9 -5q-12 7 -24 0Z`, r.of(['#8db4b0', '#b7cfc4', '#6f9ca0'])); }
  return s;
}
