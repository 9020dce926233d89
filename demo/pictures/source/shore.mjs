// Pictures of people and paper at the water's edge: the school at the quay, the dictionary of winds.
import { Sheet, INK, NIGHT, DEEP, SEA, MIST, PAPER, SAND, STONE, WARM, AMBER, PLUM, OLIVE, SKIN, curve, ground, poly, box, disc, lens, blob } from './sheet.mjs';

export function school() {
  const s = new Sheet(1600, 1067, 163), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#f1d8ad').fade(box(0, 0, 1600, 620), '#a9c4c0', [0, 0, 0, 480], 0.95).halo(640, 560, 520, '#fdeecb', 0.9).fill(disc(640, 560, 84), '#fdf3dc');
  s.fill(ground([[-20, 600], [250, 560], [520, 596], [800, 572], [1100, 600]], 660), '#9fb3a9');
  s.fill(box(0, 620, 1600, 200), SEA).fade(box(0, 620, 1600, 200), '#cfd9bd', [0, 620, 0, 760], 0.7).water(630, 790, '#fbf0d0', 40, 0.8, 300, 900).water(630, 800, '#33646f', 40, 0.5);
  // ships at the third quay, one behind the other
  s.fill('M760 -20H1640V800H1010Q860 420 760 -20Z', DEEP).shade('M760 -20H1640V800H1010Q860 420 760 -20Z', '#7fa3a5', [800, 0, 1040, 90], 0.75).fill('M972 700Q990 750 1010 800H1640V700Z', WARM).fade('M972 700Q990 750 1010 800H1640V700Z', '#7e2b24', [1640, 0, 1000, 0], 0.9);
  s.fill('M1180 -20H1640V800H1360Q1250 380 1180 -20Z', INK).shade('M1180 -20H1640V800H1360Q1250 380 1180 -20Z', '#56707a', [1200, 0, 1400, 80], 0.7).fill('M1330 700L1360 800H1640V700Z', AMBER);
  s.line('M930 210Q820 520 700 792M1270 250Q1180 560 1040 800', '#e9d9b4', 9).fill(disc(928, 206, 22), '#12212b').fill(disc(1268, 246, 22), '#12212b');
  // the school
  const wall = 'M-20 220H400V830H-20Z';
  s.fill(wall, '#e7cf9f').shade(wall, '#a9743f', [-20, 0, 260, 0], 0.7).fill('M-20 220L-20 150L410 196L430 226Z', '#8d3f31').fill(box(-20, 470, 420, 12), '#c39c63');
  for (let j = 0; j < 2; j++) for (let i = 0; i < 3; i++) { const x = 20 + i * 125, y = 278 + j * 240; if (j && i === 2) continue; s.fill(`M${x} ${y + 140}V${y + 30}q40 -56 80 0V${y + 140}Z`, '#3a5f6b').fill(`M${x + 8} ${y + 134}V${y + 34}q32 -44 64 0V${y + 134}Z`, '#f8dc98').line(`M${x + 40} ${y + 10}V${y + 136}M${x + 6} ${y + 72}H${x + 74}`, '#3a5f6b', 6); }
  s.fill('M262 830V580q52 -70 104 0V830Z', '#3d5a3f').fill('M276 830V588q38 -48 76 0V830Z', '#2a2320').line('M430 330H384', INK, 7).fill('M404 336q0 -26 20 -26t20 26l8 26h-56Z', AMBER).fill(disc(424, 366, 7), '#8a5226');
  // the quay
  const quay = poly([[-20, 826], [1620, 790], [1620, 1080], [-20, 1080]]);
  s.fill(quay, '#c9b68f').fade(quay, '#7d7260', [1500, 1067, 700, 820], 0.8).fill(poly([[-20, 826], [1620, 790], [1620, 806], [-20, 844]]), '#e6d8b4');
  s.line('M300 840L170 1080M640 832L600 1080M1000 824L1060 1080M1330 816L1500 1080', '#a8987a', 5);
  // children on their way in, each with a satchel
  const child = (x, y, h, coat, skin, hair, bag, o = {}) => {
    s.fill(lens(x - h * 0.3, y + 2, h * 0.5, h * 0.05), '#5f5748', 'opacity=".55"').person(x, y, h, coat, skin, { hat: hair, legs: o.legs ?? '#33424c', arm: o.arm ?? 0, lean: o.lean ?? 0, wide: 1.25 });
    s.fill(`M${x - h * 0.14} ${y - h * 0.76}h${h * 0.28}q${h * 0.04} ${h * 0.2} 0 ${h * 0.34}h${-h * 0.28}q${-h * 0.04} ${-h * 0.14} 0 ${-h * 0.34}Z`, bag).fill(box(x - h * 0.14, y - h * 0.62, h * 0.28, h * 0.03), '#2b2024', 'opacity=".5"').fill(box(x - h * 0.02, y - h * 0.64, h * 0.04, h * 0.07), AMBER);
    if (o.plaits) s.line(`M${x - h * 0.06} ${y - h * 0.9}q${-h * 0.06} ${h * 0.1} ${-h * 0.03} ${h * 0.2}M${x + h * 0.06} ${y - h * 0.9}q${h * 0.06} ${h * 0.1} ${h * 0.03} ${h * 0.2}`, hair, h * 0.04);
  };
  child(470, 880, 200, OLIVE, SKIN[2], '#1d1614', '#7a4a35'); child(560, 884, 190, '#6f4a5c', SKIN[1], '#2b1d18', SEA, { plaits: 1 });
  child(880, 900, 215, AMBER, SKIN[0], '#6b4a33', DEEP, { arm: 0.9 });
  child(1130, 930, 190, SEA, SKIN[3], '#15100f', WARM, { lean: 7 });
  child(380, 960, 270, '#33566b', SKIN[0], '#b9854a', WARM, { plaits: 1 }); child(700, 1000, 300, WARM, SKIN[1], '#241a17', '#3d5a3f', { arm: -1, plaits: 1 }); child(840, 1006, 280, DEEP, SKIN[3], '#15100f', AMBER);
  child(1240, 1020, 320, '#efe2c8', SKIN[2], '#241a17', PLUM); child(1362, 1026, 300, '#8a9a6a', SKIN[4], '#8a4a2a', '#33566b', { arm: 1 });
  for (const [x, y, k] of [[520, 240, 36], [620, 310, 24], [450, 400, 20], [700, 190, 28]]) s.gull(x, y, k, '#fffaf0');
  return s;
}

export function words() {
  const s = new Sheet(1600, 1067, 173), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#c3d1c6').fade(box(0, 0, 1600, 760), '#4f8088', [0, 0, 0, 700], 0.95).halo(1150, 640, 640, '#f7e3b7', 0.85);
  // thirty-four winds, as strokes
  let w = ''; for (let i = 0; i < 34; i++) { const x = r.in(-200, 1300), y = 40 + i * 18 + r.in(-14, 14), l = r.in(200, 560); w += `M${x | 0} ${y | 0}q${l * 0.3 | 0} ${r.in(-46, -10) | 0} ${l * 0.6 | 0} ${r.in(-14, 8) | 0}t${l * 0.4 | 0} ${r.in(-26, 2) | 0}`; }
  s.line(w, '#e9efdf', 4, 'opacity=".4"');
  s.fill(ground([[-20, 690], [160, 640], [330, 610], [470, 650], [620, 690]], 720), '#7d9a98').fill(box(0, 690, 1600, 200), '#457883').fade(box(0, 690, 1600, 200), '#f1ddb0', [0, 690, 0, 800], 0.6).water(700, 870, '#f7ecca', 60, 0.8).water(700, 880, '#2c5a66', 70, 0.55);
  for (const [x, y, k, c] of [[250, 716, 0.7, WARM], [1430, 730, 0.95, AMBER], [980, 706, 0.5, PAPER]]) s.open(`transform="translate(${x} ${y}) scale(${k})"`).fill('M-90 0H90Q70 40 50 42H-56Q-80 36 -90 0Z', INK).line('M0 0V-150', '#3a2b24', 7).fill('M8 -146Q90 -90 96 -14H8Z', c).fill('M-8 -130Q-50 -70 -70 -14H-8Z', '#f6ecd6').close();
  // the quay wall
  const wall = poly([[-20, 860], [1620, 830], [1620, 1080], [-20, 1080]]);
  s.fill(wall, '#6d6459').fade(wall, '#2f3336', [0, 1067, 500, 860], 0.8).fill(poly([[-20, 860], [1620, 830], [1620, 850], [-20, 884]]), '#a39780');
  s.line('M260 880L230 1080M1330 850L1390 1080M-20 980H240M1370 960H1620', '#4a4741', 6);
  // the open book
  s.fill(lens(760, 1006, 470, 26), '#1b2226', 'opacity=".7"');
  s.fill('M300 962L330 780Q560 740 760 800Q960 730 1200 766L1240 950Q980 930 768 1000Q540 940 300 962Z', WARM).shade('M300 962L330 780Q560 740 760 800Q960 730 1200 766L1240 950Q980 930 768 1000Q540 940 300 962Z', '#7e2b24', [760, 1010, 760, 900], 0.8);
  const left = 'M330 936L352 762Q560 712 760 786L766 968Q560 906 330 936Z', right = 'M766 968L760 786Q950 700 1174 744L1210 924Q980 898 766 968Z';
  s.fill(left, '#f7ecd4').shade(left, '#b99a6c', [764, 0, 640, 0], 0.9).fill(right, '#fbf3e0').shade(right, '#b99a6c', [764, 0, 880, 0], 0.9);
  let t = ''; for (let i = 0; i < 7; i++) { t += `M${392 - i * 3} ${790 + i * 19}Q560 ${752 + i * 19} ${706 + r.in(-40, 10) | 0} ${790 + i * 20}`; t += `M${812 + (i === 0 ? 60 : 0)} ${800 + i * 19}Q960 ${736 + i * 20} ${1146 + r.in(-70, 10) | 0} ${768 + i * 20}`; }
  s.line(t, '#a8875c', 5, 'opacity=".75"').fill(box(400, 770, 30, 12), WARM, 'transform="rotate(-12 415 776)"');
  // leaves that rise, and are gulls by the time they are over the water
  const leaf = (x, y, k, a) => { const d = 'M-110 40Q-60 -40 0 0Q60 -60 120 -30Q100 30 40 40Q-20 10 -110 40Z'; s.open(`transform="translate(${x} ${y}) rotate(${a}) scale(${k})"`).fill(d, '#fbf3e0').shade(d, '#b99a6c', [-110, 60, 30, -10], 0.75).line('M-60 14Q-20 -12 10 12M30 14Q60 -10 92 -6', '#b0905f', 5).close(); };
  s.fill('M760 790Q790 690 900 640Q960 620 990 640Q900 690 880 760Q820 750 760 790Z', '#fffaf0').shade('M760 790Q790 690 900 640Q960 620 990 640Q900 690 880 760Q820 750 760 790Z', '#b99a6c', [760, 790, 860, 690], 0.8);
  leaf(830, 590, 1, -30); leaf(1010, 560, 0.86, 8); leaf(900, 470, 0.8, -22); leaf(1080, 420, 0.72, -6);
  for (const [x, y, k, a] of [[1000, 360, 88, -14], [1180, 330, 80, 6], [1110, 250, 72, -10], [1280, 230, 66, 8], [1220, 150, 54, -6], [1380, 140, 48, 10], [1340, 70, 38, 0], [1470, 80, 34, 6], [1520, 190, 40, -8]]) { s.open(`transform="rotate(${a} ${x} ${y})"`).gull(x, y, k, '#fdf6e6').fill(disc(x, y, k * 0.1, k * 0.14), '#fdf6e6').close(); }
  // a cat that has read it
  s.fill('M1330 862Q1316 760 1372 736Q1366 700 1376 676L1398 700H1424L1446 676Q1456 706 1446 736Q1500 770 1480 858Z', '#232a2f').shade('M1330 862Q1316 760 1372 736Q1366 700 1376 676L1398 700H1424L1446 676Q1456 706 1446 736Q1500 770 1480 858Z', '#7d6d5e', [1320, 0, 1390, 0], 0.7).line('M1476 848Q1560 860 1552 790', '#232a2f', 20);
  return s;
}
