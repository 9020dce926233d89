// Pictures from close by: the atlas, the fish auction, the bindery, the storyteller's café, the rope, the school at the quay.
import { Sheet, INK, NIGHT, DEEP, SEA, MIST, PAPER, SAND, STONE, WARM, AMBER, PLUM, OLIVE, SKIN, curve, ground, poly, box, disc, lens, blob } from './sheet.mjs';

export function atlas() {
  const s = new Sheet(1600, 1067, 127), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#7a4a35');
  for (let i = 0; i < 7; i++) s.fill(box(0, i * 156, 1600, 6), '#5c3527');
  let g = ''; for (let i = 0; i < 60; i++) { const x = r.in(-60, 1500), y = r.in(10, 1060); g += `M${x | 0} ${y | 0}q${r.in(60, 120) | 0} ${r.in(-8, 8) | 0} ${r.in(160, 300) | 0} 0`; }
  s.line(g, '#6a3e2d', 4).fade(box(0, 0, 1600, 1067), '#2a1a1a', [0, 1067, 900, 300], 0.6);
  // the sheet
  s.open('transform="rotate(-5 760 540)"');
  const sheet = 'M150 96L1250 80Q1262 520 1256 974L156 990Q140 540 150 96Z';
  s.open('transform="translate(22 30)"').fill(sheet, '#1f1415', 'opacity=".45"').close();
  s.fill(sheet, '#ecdcba').fade(sheet, '#b98f5e', [150, 990, 640, 480], 0.75).shade(sheet, '#b98f5e', [150, 990, 330, 800], 0.7);
  s.open(s.clip(sheet));
  let rh = ''; for (let i = 0; i < 16; i++) { const a = (i / 16) * 6.2832; rh += `M470 720L${470 + 1500 * Math.cos(a) | 0} ${720 + 1500 * Math.sin(a) | 0}`; }
  s.line(rh, '#b48a63', 2, 'opacity=".6"');
  // shores of the Strait
  const north = curve([[100, 60], [140, 300], [230, 330], [260, 250], [370, 230], [420, 290], [520, 240], [600, 260], [650, 190], [780, 210], [830, 150], [980, 170], [1060, 120], [1300, 150], [1300, 20]], true);
  const east = curve([[1300, 420], [1190, 450], [1160, 540], [1200, 610], [1130, 690], [1180, 790], [1110, 860], [1160, 1010], [1330, 1030]], true);
  for (const d of [north, east]) { for (const [w, o] of [[52, 0.25], [32, 0.4], [16, 0.6]]) s.line(d, '#7fa7a4', w, `opacity="${o}"`); s.fill(d, '#d6b887').shade(d, '#9c7b50', [300, 60, 500, 300], 0.6).line(d, '#5c4634', 4); }
  let m = ''; for (let i = 0; i < 15; i++) { const x = 200 + i * 66, y = 118 + (i % 3) * 26; m += `M${x} ${y + 26}l16 -28l16 28`; }
  for (let i = 0; i < 6; i++) m += `M${1216 + (i % 2) * 18} ${520 + i * 80}l13 -24l13 24`;
  s.line(m, '#6c5140', 4);
  // Lorian, where it is
  for (const [x, y, a, b] of [[520, 430, 74, 40], [640, 462, 46, 26], [440, 490, 34, 22], [712, 428, 22, 14]]) { const d = blob(r, x, y, a, b, 10, 0.22); s.line(d, '#7fa7a4', 22, 'opacity=".4"').fill(d, '#d6b887').line(d, '#5c4634', 4); }
  // compass
  for (let i = 0; i < 8; i++) { const k = i % 2 ? 56 : 104; s.fill(`M330 800L${330 + 16} ${800 - 18}L330 ${800 - k}Z`, WARM, `transform="rotate(${i * 45} 330 800)"`).fill(`M330 800L${330 - 16} ${800 - 18}L330 ${800 - k}Z`, DEEP, `transform="rotate(${i * 45} 330 800)"`); }
  s.line(disc(330, 800, 66), '#5c4634', 3).fill(disc(330, 800, 12), '#ecdcba');
  // the ring that a cup left, and what engravers made of it
  const [cx, cy] = [800, 690];
  s.halo(cx, cy, 210, '#f7ead0', 0.6);
  s.line(disc(cx, cy, 128), '#6b3f27', 25, 'opacity=".5" stroke-dasharray="620 26 120 40"').line(disc(cx + 3, cy + 2, 135), '#4a2a1c', 6, 'opacity=".75" stroke-dasharray="300 14 420 60"').line(disc(cx - 2, cy - 1, 117), '#4a2a1c', 5, 'opacity=".6" stroke-dasharray="420 80 200 20"');
  s.fill(blob(r, 980, 760, 16, 12, 7, 0.3), '#6b3f27', 'opacity=".55"').fill(blob(r, 1004, 730, 7, 6, 7, 0.3), '#6b3f27', 'opacity=".55"').fill(blob(r, 672, 850, 10, 8, 7, 0.3), '#6b3f27', 'opacity=".55"');
  const coast = curve([[690, 590], [744, 566], [800, 556], [868, 572], [916, 620], [934, 690], [920, 752], [874, 806], [810, 826], [756, 818], [748, 776], [716, 744], [690, 770], [668, 720], [664, 650]], true);
  s.line(coast, '#33302f', 3.5, 'stroke-dasharray="16 8"');
  s.line('M760 640l14 -26l14 26M796 664l14 -26l14 26M842 640l12 -24l14 24M820 716l12 -24l14 24', '#33302f', 4).fill('M792 596V578H812V596ZM788 580L802 564L816 580Z', '#33302f').line('M802 564V550M796 556H808', '#33302f', 3).fill('M870 700l5 12l13 1l-10 8l3 13l-11 -7l-11 7l3 -13l-10 -8l13 -1Z', '#2f7390');
  // a ship that sails across
  s.line('M560 640Q700 720 780 706T1060 620', '#a03c2c', 4, 'stroke-dasharray="4 14"').fill('M520 636H572L560 652H530ZM544 632V590L570 626ZM540 632V600L520 628Z', '#33302f');
  s.close().close();
  // the cup, lifted off
  s.open('transform="translate(1330 262)"');
  s.fill(disc(34, 44, 214), '#1b1113', 'opacity=".5"').fill(disc(0, 0, 210), PAPER).shade(disc(0, 0, 210), '#b9a37e', [160, 190, -20, -20], 0.85).line(disc(0, 0, 186), SEA, 8);
  s.line('M118 60Q210 70 190 130Q160 170 84 104', '#fbf4e6', 26).fill(disc(16, 20, 138), '#5b4a3c', 'opacity=".35"').fill(disc(0, 0, 134), '#fbf4e6').fill(disc(0, 0, 114), '#3b2218').shade(disc(0, 0, 114), '#8a5634', [-90, -90, 40, 40], 0.8).line('M-70 -30Q-30 -76 34 -72', '#c48a56', 7).shade(disc(0, 0, 134), '#b9a37e', [120, 120, 60, 60], 0.5);
  s.fill(disc(0, 0, 112), '#3b2218').fade(disc(0, 0, 112), '#7a4a2c', [-90, -90, 60, 60], 0.9).line('M-74 -34Q-34 -80 30 -76', '#c48a56', 7).close();
  // a burin and a loupe
  s.open('transform="rotate(28 1390 820)"').fill('M1384 620H1400L1404 860L1392 900L1380 860Z', '#c9c5b4').fill('M1370 560Q1392 520 1414 560L1406 640H1378Z', WARM).shade('M1370 560Q1392 520 1414 560L1406 640H1378Z', '#7e2b24', [1414, 0, 1380, 0], 0.8).close();
  return s;
}

export function auction() {
  const s = new Sheet(1600, 1067, 131), r = s.rand;
  s.grain = 0.03;
  s.fill(box(0, 0, 1600, 1067), '#39535c').fade(box(0, 0, 1600, 1067), NIGHT, [1600, 1067, 500, 300], 0.7);
  let w = ''; for (let i = 0; i < 40; i++) w += lens(r.in(0, 1600), r.in(0, 1067), r.in(30, 120), r.in(4, 9)); s.fill(w, '#6c8d92', 'opacity=".5"');
  const fish = (x, y, l, a, back, belly, eye, stripe) => {
    s.open(`transform="translate(${x | 0} ${y | 0}) rotate(${a | 0}) scale(${(l / 200).toFixed(3)})"`);
    s.fill('M-100 0Q-60 -44 10 -38Q70 -30 92 -6L132 -34Q124 0 134 34L92 8Q60 36 0 38Q-66 38 -100 0Z', back).fill('M-100 0Q-40 14 92 6Q60 36 0 38Q-66 38 -100 0Z', belly);
    s.fill('M-30 -40Q10 -62 52 -28Z', back).fill('M-20 6Q10 0 22 22Q-6 22 -20 6Z', stripe).line('M-62 -26Q-48 0 -62 24', stripe, 4);
    if (stripe !== back) s.line('M-44 -12Q30 -20 90 -2', stripe, 4);
    s.fill(disc(-78, -6, 8), PAPER).fill(disc(-78, -6, 4.5), eye).close();
  };
  const kinds = {
    bream: () => [r.in(176, 206), '#8fa5a6', '#dfe3d8', '#1a2228', '#6b8489'], mullet: () => [r.in(166, 190), WARM, '#f3c0a0', '#1a2228', '#a93c2c'],
    sardine: () => [r.in(112, 128), '#3f6675', '#d4dcd6', '#1a2228', '#8fb0b3'], mackerel: () => [r.in(190, 214), '#2f5f63', '#d9dfcf', '#1a2228', '#173a42'],
  };
  const crate = (x, y, name, tone) => {
    const W = 420, H = 290;
    s.fill(box(x + 16, y + 22, W, H), '#0f1a21', 'opacity=".55"').fill(box(x, y, W, H), tone).fill(box(x + 18, y + 18, W - 36, H - 36), '#dfe8e4');
    s.open(s.clip(box(x + 18, y + 18, W - 36, H - 36)));
    for (let i = 0; i < 14; i++) s.fill(blob(r, r.in(x, x + W), r.in(y, y + H), r.in(16, 30), r.in(14, 24), 5, 0.3), r.of(['#eef4ef', '#cfdedc']));
    const n = name === 'sardine' ? [5, 4] : [3, 3], [c, q] = n;
    for (let i = 0; i < c; i++) for (let j = 0; j < q; j++) { const k = kinds[name](); fish(x + 64 + (i + 0.35 + (j % 2) * 0.3) * ((W - 110) / c), y + 40 + (j + 0.5) * ((H - 76) / q), k[0], -14 + r.in(-9, 9), ...k.slice(1)); }
    for (let i = 0; i < 7; i++) s.fill(blob(r, r.in(x + 20, x + W - 20), r.in(y + 20, y + H - 20), r.in(7, 14), r.in(6, 12), 5, 0.3), r.of(['#ffffff', '#d5e3e1']));
    s.close();
    s.fill(box(x + W / 2 - 46, y + 4, 92, 9), '#13202a').fill(box(x + W / 2 - 46, y + H - 13, 92, 9), '#13202a');
    s.fill(box(x + W - 84, y + H - 60, 58, 36), PAPER).line(`M${x + W - 76} ${y + H - 48}h42M${x + W - 76} ${y + H - 36}h28`, INK, 4);
  };
  const B = '#3d7482', A = AMBER, N = '#e9dfca';
  s.open('transform="translate(800 533) rotate(-9) scale(1.7) translate(-690 -470)"');
  const rows = [[['sardine', N], ['bream', B], ['mackerel', N], ['sardine', B], ['bream', N]], [['mackerel', B], ['mullet', N], ['bream', A], ['sardine', N], ['mackerel', B]], [['bream', N], ['sardine', A], ['mackerel', B], ['bream', N], ['mullet', N]], [['sardine', B], ['mackerel', N], ['sardine', B], ['mackerel', A], ['bream', B]]];
  rows.forEach((row, j) => row.forEach(([k, t], i) => crate(-330 + i * 446 + (j % 2) * 90, -190 + j * 318, k, t)));
  s.close();
  s.fade(box(0, 0, 1600, 1067), '#101c25', [1700, 1200, 900, 500], 0.75);
  // the brass bell, out of work
  s.open('transform="translate(1290 770) rotate(16)"');
  const bell = 'M-196 190Q-150 120 -138 -20Q-126 -170 0 -180Q126 -170 138 -20Q150 120 196 190Q100 226 0 226Q-100 226 -196 190Z';
  s.open('transform="translate(34 40)"').fill(bell, '#0b141b', 'opacity=".6"').close();
  s.line('M-34 -176Q-40 -240 0 -242Q40 -240 34 -176', '#8c5a26', 24).fill(bell, AMBER).shade(bell, '#8c5226', [190, 60, 0, 0], 1).shade(bell, '#fbe2a6', [-190, 0, -100, 0], 0.8).fill('M-196 190Q0 252 196 190L206 214Q0 284 -206 214Z', '#c98538').line('M-146 96Q0 140 146 96M-140 76Q0 120 140 76', '#a8692c', 6).shade('M-196 190Q0 252 196 190L206 214Q0 284 -206 214Z', '#6e3d1c', [206, 0, 0, 0], 0.9);
  s.line('M0 -242Q40 -330 -30 -380T60 -520', '#e6d5b0', 15).line('M0 -242Q40 -330 -30 -380T60 -520', '#b59a6c', 4, 'stroke-dasharray="10 12"').close();
  return s;
}

export function bindery() {
  const s = new Sheet(1600, 1067, 137), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#5b4a45').fade(box(0, 0, 1600, 1067), '#241c22', [0, 300, 900, 500], 0.8);
  // shelves of books that the sea has swollen
  for (let row = 0; row < 4; row++) {
    const y = 196 + row * 190; let x = -14;
    while (x < 830) { const w = r.in(22, 54), h = r.in(104, 150), c = r.of([PLUM, '#7a4a35', OLIVE, DEEP, '#a4553f', '#8a7350', '#4c5a52', SAND, '#6b3b36']), lean = r() < 0.12 ? r.in(-9, 9) : 0; const d = `M${x | 0} ${y}Q${x - 5 | 0} ${y - h / 2 | 0} ${x + 2 | 0} ${y - h | 0}L${x + w - 3 | 0} ${y - h + r.in(-5, 5) | 0}Q${x + w + 5 | 0} ${y - h / 2 | 0} ${x + w | 0} ${y}Z`; s.fill(d, c, lean ? `transform="rotate(${lean | 0} ${x | 0} ${y})"` : ''); if (r() < 0.55) s.fill(box(x + 5, y - h * 0.8, w - 10, 6), r() < 0.4 ? AMBER : '#2b2024').fill(box(x + 5, y - h * 0.3, w - 10, 6), '#2b2024', 'opacity=".6"'); if (r() < 0.12) s.fill(box(x + w * 0.3, y - h - 24, w * 0.3, 34), PAPER); x += w + 3; }
    s.fill(box(0, y, 850, 18), '#3a2a28').fill(box(0, y + 18, 850, 16), '#1c1519', 'opacity=".6"');
  }
  s.fade(box(0, 0, 860, 1067), '#1d171d', [0, 0, 760, 0], 0.75);
  // the window on Gate Street
  s.fill(box(905, 70, 560, 560), '#3a2a28').fill(box(930, 95, 510, 510), '#f3dcae').fade(box(930, 95, 510, 510), '#f9eccb', [1440, 95, 1000, 600], 0.9);
  s.fill(poly([[930, 605], [930, 380], [1010, 330], [1090, 384], [1090, 450], [1180, 450], [1180, 300], [1250, 250], [1330, 304], [1330, 400], [1440, 380], [1440, 605]]), '#c9a477').fill(box(1030, 430, 24, 40), '#8f7254').fill(box(1230, 360, 24, 42), '#8f7254').fill(box(1276, 360, 24, 42), '#8f7254').fill(box(1370, 450, 24, 40), '#8f7254');
  s.fill(box(1176, 95, 18, 510), '#3a2a28').fill(box(930, 330, 510, 18), '#3a2a28');
  s.fade(poly([[930, 605], [1440, 605], [1180, 1067], [380, 1067]]), '#f3d9a6', [1180, 560, 760, 1067], 0.5, 0.05);
  // leaves hung to dry
  s.line('M840 60Q1160 130 1620 40', '#d9c7a2', 4);
  for (let i = 0; i < 8; i++) { const x = 880 + i * 92, y = 70 + 36 * Math.sin((i + 0.6) / 8 * 3.1) - i * 2; s.fill(poly([[x - 34, y], [x + 34, y], [x + 40 + (i % 3) * 4, y + 104], [x - 28, y + 112]]), i % 3 ? '#fbf1da' : '#efe0bd', `transform="rotate(${(i % 3) * 4 - 4} ${x} ${y})"`).fill(box(x - 5, y - 9, 10, 22), WARM); }
  // the bench
  const bench = poly([[-20, 900], [1620, 850], [1620, 1080], [-20, 1080]]);
  s.fill(bench, '#8a5a3a').fade(bench, '#3a241f', [0, 1000, 900, 900], 0.8).fade(bench, '#d9a468', [1120, 860, 1000, 1040], 0.7).fill(poly([[-20, 900], [1620, 850], [1620, 866], [-20, 918]]), '#b57c4c');
  // the press of cast iron
  const iron = '#1c262d';
  s.fill('M560 886L574 430Q580 320 700 306H980Q1100 320 1106 430L1120 874H1046L1034 452Q1030 390 960 388H720Q650 390 646 452L634 884Z', iron).shade('M560 886L574 430Q580 320 700 306H980Q1100 320 1106 430L1120 874H1046L1034 452Q1030 390 960 388H720Q650 390 646 452L634 884Z', '#7d8b8a', [1120, 330, 900, 520], 0.8);
  s.fill('M780 306Q840 250 900 306Z', iron).fill(box(814, 190, 52, 420), '#48555a').line('M816 420L864 440M816 450L864 470M816 480L864 500M816 510L864 530M816 540L864 560M816 570L864 590M816 220L864 240M816 250L864 270M816 280L864 300', iron, 8);
  s.line('M560 176L1120 214', iron, 26).fill(disc(556, 176, 34), WARM).fill(disc(1124, 214, 34), WARM).shade(disc(1124, 214, 34), '#7e2b24', [1150, 240, 1110, 200], 0.9).shade(disc(556, 176, 34), '#7e2b24', [580, 210, 545, 165], 0.9).fill(disc(840, 196, 44, 32), iron);
  s.fill(box(672, 606, 336, 34), iron).fill(box(664, 600, 352, 14), '#4a575c');
  let y = 640; for (const [h, c, dx] of [[44, '#a4553f', 4], [58, DEEP, -8], [36, OLIVE, 10], [62, '#8a6a45', -4], [34, PLUM, 6]]) { s.fill(`M${690 + dx} ${y}H${990 + dx}Q${1000 + dx} ${y + h / 2} ${990 + dx} ${y + h}H${690 + dx}Z`, '#ecdcba').fill(`M${690 + dx} ${y}H${992 + dx}V${y + 8}H${690 + dx}ZM${690 + dx} ${y + h - 8}H${992 + dx}V${y + h}H${690 + dx}Z`, c).fill(`M${690 + dx} ${y}Q${668 + dx} ${y + h / 2} ${690 + dx} ${y + h}H${716 + dx}V${y}Z`, c).line(`M${726 + dx} ${y + h * 0.4}Q${860 + dx} ${y + h * 0.3} ${984 + dx} ${y + h * 0.45}M${726 + dx} ${y + h * 0.65}Q${860 + dx} ${y + h * 0.75} ${984 + dx} ${y + h * 0.6}`, '#b89a6c', 3); y += h; }
  s.fill(box(640, y, 420, 14), '#4a575c');
  // paste, brush, a volume without its cover
  s.fill('M200 800H356L340 930H216Z', MIST).fill(disc(278, 800, 78, 22), '#e7efe6').fill(disc(278, 802, 64, 15), '#f6ecd0').shade('M200 800H356L340 930H216Z', '#50696c', [200, 0, 320, 0], 0.9).line('M300 798L372 640', '#c98538', 17).line('M296 804L306 776', '#4a3326', 28);
  s.open('transform="rotate(-4 1330 900)"').fill('M1190 876Q1180 820 1196 790H1500Q1516 834 1504 880Z', '#e3cfa4').line('M1196 806Q1350 794 1504 808M1192 824Q1350 832 1508 822M1190 842Q1340 830 1508 844M1190 858Q1340 868 1506 860', '#a98a5c', 4).fill('M1196 790L1240 764H1530L1500 790Z', '#f3e6c6').shade('M1190 876Q1180 820 1196 790H1500Q1516 834 1504 880Z', '#7a5a3a', [1190, 0, 1360, 0], 0.8).line('M1230 790V880M1300 790V880M1440 790V880', '#f6ecd6', 6).close();
  s.line('M1110 960L1380 1000', '#efe6d2', 14).line('M420 980Q520 940 600 990T760 980', WARM, 7);
  return s;
}

export function radio() {
  const s = new Sheet(1600, 1067, 149), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#24394a').fade(box(0, 0, 1600, 1067), NIGHT, [0, 0, 500, 500], 0.85).fade(box(0, 0, 1600, 1067), NIGHT, [1600, 0, 1180, 460], 0.85);
  for (let j = 0; j < 9; j++) for (let i = 0; i < 13; i++) if (r() < 0.35) s.fill(box(i * 140 + (j % 2) * 70 - 60, j * 84, 120, 62), '#2b4251', 'opacity=".55"');
  // an awning over a window full of light
  s.fill(box(330, 250, 940, 560), '#3a2620').fill(box(360, 280, 880, 500), '#f5cf85').halo(800, 500, 620, '#fde9b6', 0.9, box(360, 280, 880, 500)).fade(box(360, 280, 880, 500), '#d98d4a', [360, 780, 560, 480], 0.6);
  for (let i = 0; i < 12; i++) s.fill(`M${300 + i * 84} 190H${384 + i * 84}L${392 + i * 84 - (6 - i) * 3} 286q-44 34 -84 0Z`, i % 2 ? PAPER : WARM);
  s.fade(box(290, 180, 1020, 140), NIGHT, [0, 180, 0, 320], 0.6, 0.1);
  // inside: shelves, lamps, listeners, and the man who tells
  s.fill(box(400, 420, 170, 10), '#a3683a').fill(box(1040, 420, 170, 10), '#a3683a');
  for (let i = 0; i < 7; i++) s.fill(`M${408 + i * 23} 420v-${24 + (i % 3) * 12}h14v${24 + (i % 3) * 12}Z`, [SEA, WARM, OLIVE, PLUM][i % 4]).fill(`M${1050 + i * 22} 420v-${26 + (i % 2) * 16}h13v${26 + (i % 2) * 16}Z`, [PLUM, SEA, WARM, OLIVE][i % 4]);
  for (const x of [560, 1040]) s.line(`M${x} 280V340`, '#5b3a28', 4).fill(`M${x - 44} 384Q${x} 304 ${x + 44} 384Z`, '#8a4a2c').fill(disc(x, 386, 14), '#fffbe6').halo(x, 390, 120, '#fff6d4', 0.9);
  const c = '#4a2b24';
  s.fill('M716 780Q700 560 760 532Q800 516 846 534Q900 560 890 780Z', c).fill(disc(802, 470, 44, 52), '#7a4a33').fill('M758 462Q752 410 802 408Q852 408 848 462Q820 440 790 442Q766 446 758 462Z', '#d9cdb8').fill('M764 488Q802 556 842 488Q846 540 802 546Q760 540 764 488Z', '#d9cdb8');
  s.line('M778 470q8 5 16 0M812 470q8 5 16 0M802 474l-5 20l10 2', '#4a2b20', 4).line('M788 514q15 9 30 0', '#6b3a2c', 5);
  s.line('M876 580Q960 540 972 430', c, 44).fill(disc(974, 404, 24, 28), '#7a4a33').line('M966 384L950 350M976 380L974 342M986 384L1000 352M958 398L934 384', '#7a4a33', 11);
  s.line('M730 590Q660 640 690 700', c, 44).fill(disc(700, 706, 22), '#7a4a33').fill('M760 540Q802 580 846 540L830 640H780Z', '#efe0bf');
  for (const [x, y, k, d] of [[440, 760, 1, '#5c3a30'], [530, 720, 0.8, '#6d4434'], [620, 770, 1, '#4d3029'], [1000, 770, 1, '#5c3a30'], [1090, 730, 0.85, '#6d4434'], [1180, 765, 1, '#4d3029']]) s.fill(`M${x - 60 * k} 790Q${x - 62 * k} ${y - 70 * k} ${x} ${y - 74 * k}Q${x + 62 * k} ${y - 70 * k} ${x + 60 * k} 790Z`, d).fill(disc(x, y - 112 * k, 34 * k, 40 * k), r.of(['#2f1e1a', '#3a2620', '#54382c']));
  s.fill(box(360, 770, 880, 30), '#3a2620');
  s.line('M580 284V776M1022 284V776', '#3a2620', 12, 'opacity=".75"').fill(box(310, 800, 980, 26), '#5b3a2a');
  // light on the paving
  s.fill(poly([[0, 880], [1600, 880], [1600, 1067], [0, 1067]]), '#182733').fade(poly([[360, 826], [1240, 826], [1500, 1067], [100, 1067]]), '#e0a45a', [0, 826, 0, 1067], 0.75, 0.1);
  // those who found no seat
  const crowd = []; for (let i = 0; i < 21; i++) crowd.push([20 + i * 78 + r.in(-22, 22), r.in(1010, 1120)]);
  crowd.sort((a, b) => a[1] - b[1]);
  for (const [x, y] of crowd) { const mid = Math.abs(x - 800) < 430; if (mid && Math.abs(x - 800) < 160 && y < 1080) continue; s.person(x, y + 150, r.in(330, 390), r.of(['#1a2733', '#22303c', '#2c2a35', '#1f3340', '#33292c']), '#5c3a2c', { hat: r.of(['#11191f', '#1d1a1c', '#2a201e', '#151d24']), wide: 1.15 }); }
  // a boy on a crate, one on the car's roof
  s.person(265, 880, 260, WARM, '#8a5a3e', { hat: '#241a17' }).fill(box(205, 878, 130, 200), '#6d4a32').line('M205 930H335M205 1000H335', '#4a3122', 8);
  let lamps = ''; for (let i = 0; i < 14; i++) { const x = 20 + i * 122, y = 96 + 46 * Math.sin(i * 1.05) ** 2; lamps += disc(x | 0, y | 0, 9); s.halo(x, y, 56, AMBER, 0.6); } s.line('M-20 90Q160 170 400 96T800 100T1200 96T1620 96', '#131d26', 4).fill(lamps, '#ffe9b0');
  s.gull(1430, 300, 44, '#5d7480').gull(1510, 360, 28, '#5d7480');
  return s;
}

/** Three-strand rope: a thick line, its lay drawn across it, one coloured thread in it. */
function lay(s, pts, w, thread = '#2f7390', dark = '#8c6a43') {
  const d = curve(pts); s.line(d, '#5b4630', w + 10).line(d, '#e2c796', w);
  const P = []; for (let i = 0; i < pts.length - 1; i++) { const [a, b, c, e] = [pts[Math.max(0, i - 1)], pts[i], pts[i + 1], pts[Math.min(pts.length - 1, i + 2)]]; const n = Math.max(2, Math.round(Math.hypot(c[0] - b[0], c[1] - b[1]) / 3)); for (let k = 0; k < n; k++) { const t = k / n, q = (x, y, z, v) => 0.5 * (2 * y + (z - x) * t + (2 * x - 5 * y + 4 * z - v) * t * t + (3 * y - x - 3 * z + v) * t ** 3); P.push([q(a[0], b[0], c[0], e[0]), q(a[1], b[1], c[1], e[1])]); } }
  let m = '', hl = '', th = '', acc = 0, n = 0;
  for (let i = 1; i < P.length - 1; i++) { acc += Math.hypot(P[i][0] - P[i - 1][0], P[i][1] - P[i - 1][1]); if (acc < w * 0.52) continue; acc = 0; n++; const tx = P[i + 1][0] - P[i - 1][0], ty = P[i + 1][1] - P[i - 1][1], l = Math.hypot(tx, ty) || 1, ux = tx / l, uy = ty / l, h = w / 2, g = w * 0.34; const at = (a, b) => `${(P[i][0] + ux * a - uy * b).toFixed(0)} ${(P[i][1] + uy * a + ux * b).toFixed(0)}`; m += `M${at(-g, -h)}Q${at(-g * 0.1, -h * 0.5)} ${at(0, 0)}T${at(g, h)}`; hl += `M${at(-g * 0.6 + w * 0.2, -h * 0.6)}L${at(w * 0.2, -h * 0.1)}`; if (n % 3 === 0) th += `M${at(-g + w * 0.26, -h * 0.96)}Q${at(-g * 0.1 + w * 0.26, -h * 0.5)} ${at(w * 0.26, 0)}T${at(g + w * 0.26, h * 0.96)}`; }
  s.line(m, dark, w * 0.085).line(hl, '#f7e8c4', w * 0.1).line(th, thread, w * 0.09);
  }

export function rope() {
  const s = new Sheet(1600, 1067, 151), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#9dbab7').fade(box(0, 0, 1600, 500), '#efdcb6', [0, 0, 0, 420], 0.9);
  s.fill(box(0, 360, 1600, 460), SEA).fade(box(0, 360, 1600, 460), DEEP, [0, 760, 0, 360], 0.7).water(370, 720, '#cfe0d2', 70, 0.7).water(380, 720, '#2c5663', 60, 0.7);
  s.fill(ground([[-20, 350], [200, 310], [420, 336], [640, 300], [760, 352]], 364), '#7f9a99');
  // the bow of a ship
  const bow = 'M700 -40L1640 -40V700H980Q860 420 700 -40Z';
  s.fill(lens(1300, 702, 380, 26), '#16303c', 'opacity=".8"').fill(bow, INK).shade(bow, '#56707a', [760, 0, 1000, 110], 0.8).fill('M938 590Q960 640 980 700H1640V590Z', WARM).shade('M938 590Q960 640 980 700H1640V590Z', '#7e2b24', [1640, 0, 1000, 0], 0.9).fill('M700 -40L1640 -40V30H724Z', PAPER);
  s.fill(disc(940, 210, 42, 46), '#0d161d').line(disc(940, 210, 46, 50), '#8d9a98', 11);
  s.line('M1180 120V360M1130 190H1230M1120 300Q1130 360 1180 366Q1230 360 1240 300', '#7f8f90', 20).line(disc(1180, 104, 18), '#7f8f90', 10);
  // the quay
  const quay = poly([[-20, 800], [1620, 720], [1620, 1080], [-20, 1080]]);
  s.fill(quay, '#b3a78e').fade(quay, '#5f5b54', [1600, 1067, 700, 800], 0.85).fill(poly([[-20, 800], [1620, 720], [1620, 752], [-20, 838]]), '#d8ccb0').line('M300 822L180 1080M760 800L740 1080M1220 778L1330 1080', '#8c8272', 6);
  // bollard
  s.fill(lens(560, 1000, 330, 40), '#5e584e', 'opacity=".8"');
  const post = 'M400 990Q420 900 424 780Q424 700 396 660L690 640Q666 700 668 780Q676 900 706 986Q560 1040 400 990Z';
  s.fill(post, '#26343c').shade(post, '#6f8488', [396, 0, 560, 0], 0.8);
  const cap = 'M356 650Q350 560 544 548Q738 550 736 634Q730 690 546 700Q370 704 356 650Z';
  s.fill(cap, WARM).shade(cap, '#7e2b24', [740, 690, 520, 590], 0.95).shade(cap, '#f3a88c', [360, 560, 470, 620], 0.7);
  lay(s, [[960, 214], [900, 330], [800, 500], [690, 690], [640, 770]], 62);
  lay(s, [[396, 850], [470, 886], [560, 890], [640, 870], [700, 820]], 70);
  lay(s, [[384, 776], [470, 816], [556, 820], [640, 800], [692, 752]], 70);
  lay(s, [[388, 850], [330, 900], [250, 936], [130, 944], [-60, 900]], 66);
  for (let i = 0; i < 3; i++) lay(s, Array.from({ length: 15 }, (_, k) => { const a = k / 14 * 6.4 + 0.4; return [1200 + Math.cos(a) * (230 - i * 72), 950 - i * 16 + Math.sin(a) * (86 - i * 27)]; }), 44);
  for (const [x, y, k] of [[250, 150, 46], [400, 230, 30], [130, 250, 26]]) s.gull(x, y, k, '#fdf6e8');
  // a gull at rest on the bollard
  s.fill('M500 548Q486 470 548 452Q640 440 700 512Q650 506 620 548Q560 570 500 548Z', '#f6efe0').fill('M560 492Q640 470 720 520Q640 556 566 530Z', '#8fa3a6').fill(disc(520, 440, 34, 32), '#f6efe0').fill('M492 436L452 450L494 456Z', AMBER).fill(disc(510, 434, 5), INK).line('M552 556V574M590 552V574', AMBER, 7);
  return s;
}

export function fines() {
  const s = new Sheet(1600, 1067, 181), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#3f6b74').fade(box(0, 0, 1600, 1067), '#1d3944', [0, 1067, 800, 300], 0.8);
  // the window's light on the desk
  s.open('transform="skewX(-18)"'); for (const [x, y] of [[760, -60], [1130, -60], [760, 420], [1130, 420]]) s.fill(box(x, y, 340, 440), '#7fa39f', 'opacity=".55"'); s.close();
  // a date slip with stamps, coins beside it
  s.open('transform="translate(1180 640) rotate(11)"').fill(box(16, 20, 260, 330), '#12242c', 'opacity=".5"').fill(box(0, 0, 260, 330), '#f4ead2').line('M18 60H242M18 104H242M18 148H242M18 192H242M18 236H242M18 280H242M130 30V312', '#bda67e', 3).fill(box(0, 0, 260, 22), WARM);
  for (let i = 0; i < 8; i++) s.fill(box(34 + (i % 2) * 108, 70 + (i >> 1) * 44, r.in(58, 70), 20), i === 7 ? WARM : '#6a5a76', `transform="rotate(${r.in(-7, 7) | 0} ${64 + (i % 2) * 108} ${80 + (i >> 1) * 44})" opacity=".85"`);
  s.close();
  for (const [x, y, q] of [[1270, 330, 58], [1390, 300, 46], [1350, 420, 52]]) { s.fill(disc(x + 10, y + 14, q), '#12242c', 'opacity=".5"').fill(disc(x, y, q), AMBER).shade(disc(x, y, q), '#8c5226', [x + q, y + q, x - q * 0.2, y - q * 0.2], 0.8).line(disc(x, y, q * 0.78), '#b5762f', 5).fill(`M${x - q * 0.4} ${y + q * 0.2}h${q * 0.8}l${-q * 0.12} ${q * 0.2}h${-q * 0.56}ZM${x} ${y + q * 0.12}V${y - q * 0.5}L${x + q * 0.34} ${y + q * 0.12}Z`, '#b5762f'); }
  // the manual, thick with 31 years
  s.open('transform="translate(610 540) rotate(-13)"');
  s.fill('M-400 -250H410L440 330H-372Z', '#0f2028', 'opacity=".55"');
  s.fill('M-400 -300H400V270H-400Z', '#8f3528').fill('M-392 264H396L388 312H-386Z', '#efe0bd').line('M-388 276H394M-388 287H392M-386 299H390', '#b59a6c', 3).fill('M-394 308H392V322H-394Z', '#7e2b24');
  const cover = 'M-400 -300H400V270H-400Z';
  s.fill(cover, WARM).shade(cover, '#8a2f28', [400, 270, 0, -40], 0.85).fill(box(-400, -300, 62, 570), '#a33d2d').fill(box(-388, -240, 38, 8), AMBER).fill(box(-388, 200, 38, 8), AMBER).line('M-300 -262H362V232H-300Z', '#f0a184', 5);
  s.close();
  // tied as a parcel, with a bow
  const [cx, cy] = [640, 536], at = (a, d) => [cx + Math.cos(a) * d, cy + Math.sin(a) * d], u = -0.227;
  lay(s, [at(u + Math.PI, 442), at(u + Math.PI, 220), [cx, cy], at(u, 190), at(u, 372)], 40, '#3d6b4f');
  lay(s, [at(u - 1.571, 302), at(u - 1.571, 150), [cx, cy], at(u + 1.571, 150), at(u + 1.571, 318)], 40, '#3d6b4f');
  lay(s, [[cx, cy], [cx - 120, cy + 90], [cx - 170, cy + 190], [cx - 250, cy + 250], [cx - 330, cy + 236]], 36, '#3d6b4f');
  lay(s, [[cx, cy], [cx + 110, cy + 100], [cx + 180, cy + 220], [cx + 290, cy + 300], [cx + 420, cy + 330]], 36, '#3d6b4f');
  lay(s, [[cx, cy], [cx - 120, cy - 100], [cx - 250, cy - 110], [cx - 284, cy - 20], [cx - 200, cy + 36], [cx - 90, cy + 20], [cx, cy]], 36, '#3d6b4f');
  lay(s, [[cx, cy], [cx + 70, cy - 140], [cx + 190, cy - 200], [cx + 270, cy - 140], [cx + 230, cy - 50], [cx + 110, cy - 6], [cx, cy]], 36, '#3d6b4f');
  lay(s, [[cx - 26, cy - 48], [cx + 6, cy - 6], [cx + 20, cy + 50]], 46, '#3d6b4f');
  // a ticket long out of date
  s.open('transform="translate(150 140) rotate(-8)"').fill(box(10, 14, 280, 170), '#12242c', 'opacity=".45"').fill(box(0, 0, 280, 170), '#dfd0a8').shade(box(0, 0, 280, 170), '#a98a5c', [0, 170, 130, 40], 0.7).fill(box(22, 26, 80, 100), '#8fa7a2').fill('M32 126q0 -44 30 -44t30 44Z', PLUM).fill(disc(62, 64, 19, 22), SKIN[4]).fill('M40 66q-2 -30 22 -28q26 -2 22 30q-10 -18 -22 -18t-22 16Z', '#6b4a33').line('M124 50H250M124 84H226M124 118H240', '#8c7650', 6).close();
  return s;
}
