// Pictures of the land: lighthouse, reservoir, mountain pass, Odrene's clocks, the last bus.
import { Sheet, INK, NIGHT, DEEP, SEA, MIST, PAPER, SAND, STONE, WARM, AMBER, PLUM, OLIVE, SKIN, curve, ground, poly, box, disc, lens, blob } from './sheet.mjs';

export function lighthouse() {
  const s = new Sheet(1600, 1067, 71), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#5d8288').fade(box(0, 0, 1600, 700), '#24404f', [0, 0, 0, 560], 1).fade(box(0, 300, 1600, 767), '#b9c6bb', [0, 860, 0, 380], 1);
  s.halo(1130, 262, 900, '#f2dcae', 0.55);
  // two beams
  for (const [d, v, k] of [['M1130 246L-60 60L-60 360L1130 282Z', [1130, 0, -60, 0], 0.85], ['M1130 250L1660 176L1660 330L1130 278Z', [1130, 0, 1660, 0], 0.8]]) s.fade(d, '#fbe8bd', v, k, 0.06);
  // the sea below and fog in banks
  s.fill(box(0, 760, 1600, 320), '#7f9d9b').water(770, 960, '#a9bfb6', 70, 0.8).water(780, 1000, '#5f8285', 60, 0.5);
  const bank = (y, c, o, k) => s.fill(ground(Array.from({ length: 14 }, (_, i) => [i * 130 - 40, y + Math.sin(i * 1.3 + k) * 26 + r.in(-14, 14)]), y + 150), c, `opacity="${o}"`);
  s.fill(ground([[-20, 742], [140, 700], [330, 716], [520, 748], [640, 764]], 770), '#6f8f90');
  bank(690, '#b4c3b9', 0.55, 0);
  // the cape
  const rock = 'M560 1080L640 1000L700 1010L742 930L800 905L830 842L900 812L948 752L1040 724L1240 716L1330 742L1420 748L1480 800L1620 830L1620 1080Z';
  s.fill(rock, '#2a3b44').shade(rock, '#687a75', [760, 720, 1200, 1000], 0.85).fill('M948 752L1040 724L1240 716L1330 742L1420 748L1480 800L1620 830L1620 856L1400 792L1200 752L1040 756Z', '#6c7550');
  s.fill('M830 842L900 812L948 752L960 800L902 870L880 960Z', '#1e2c35').fill('M1120 800L1230 860L1260 1000L1180 930Z', '#1e2c35', 'opacity=".6"');
  // the tower
  const tower = 'M1066 734L1092 330L1168 330L1194 734Z';
  s.fill(tower, '#f5ecda').shade(tower, '#9fae9f', [1194, 0, 1110, 0], 0.95).shade(tower, '#b8c2b2', [0, 734, 0, 560], 0.6);
  for (const y of [420, 510, 600]) s.fill(`M1112 ${y}q10 -22 20 0v24h-20Z`, INK);
  s.fill('M1114 734v-52q16 -22 32 0v52Z', WARM);
  s.fill(box(1064, 312, 132, 22), INK).fill(box(1098, 216, 64, 96), '#fff3cd').fill('M1088 216Q1130 150 1172 216Z', WARM).fill(disc(1130, 176, 8), WARM).line('M1130 168V128', INK, 5);
  s.line('M1098 216V312M1130 216V312M1162 216V312M1098 264H1162', '#53453a', 4).halo(1130, 264, 120, '#fffbe6', 0.95);
  s.line('M1060 312V278M1085 312V278M1175 312V278M1200 312V278M1056 278H1204', INK, 4);
  // the keeper on the gallery
  s.fill('M1176 312Q1172 268 1188 266Q1204 268 1201 312Z', DEEP).fill(disc(1188, 254, 9, 11), SKIN[0]).fill('M1178 254q0 -18 12 -15q10 3 8 12q-8 -5 -12 -2Z', '#d9d3c4').line('M1192 276L1216 270', DEEP, 7);
  // the round house
  s.fill('M1196 724V640H1330V736Z', '#efe4cf').fill('M1184 644L1262 590L1342 644Z', '#a6503c').fill(box(1226, 668, 34, 34), AMBER).fill(box(1282, 668, 26, 34), AMBER).line('M1243 668V702M1226 685H1260M1295 668V702', '#5b4636', 4).shade('M1196 724V640H1330V736Z', '#a39f8c', [1330, 0, 1230, 0], 0.8).halo(1250, 690, 110, '#f5cf86', 0.5);
  // washing and a path
  s.line('M1360 738V668M1500 790V706M1360 676Q1430 716 1500 712', '#3a342f', 4);
  for (const [x, y, c] of [[1384, 692, PAPER], [1424, 706, WARM], [1460, 712, PAPER]]) s.fill(poly([[x, y], [x + 28, y + 6], [x + 36, y + 50], [x + 6, y + 46]]), c);
  s.line('M1130 740Q1080 800 1140 840T1060 950T900 1070', '#b9ab8a', 12, 'opacity=".8"');
  // nearer fog and foam
  s.fill('M540 1080Q600 990 690 1012Q720 960 780 980Q760 1040 820 1080Z', '#dfe4d6', 'opacity=".85"');
  bank(905, '#cdd5c8', 0.6, 2); bank(990, '#dfe2d4', 0.75, 4);
  for (const [x, y, k] of [[420, 470, 34], [520, 420, 24], [300, 540, 22], [700, 560, 28]]) s.gull(x, y, k, '#e9e6d8');
  return s;
}

export function night_power() {
  const s = new Sheet(1600, 1067, 83), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#21404f').fade(box(0, 0, 1600, 700), NIGHT, [0, 0, 0, 500], 0.9).fade(box(0, 150, 1600, 500), '#6f8f90', [0, 620, 0, 230], 0.7);
  let st = ''; for (let i = 0; i < 80; i++) st += disc(r.in(0, 1600) | 0, r.in(0, 300) | 0, r.of([1.6, 2, 3]));
  s.fill(st, '#efe2c4', 'opacity=".8"').halo(372, 190, 300, '#d9c89c', 0.55).fill(disc(372, 190, 62), '#f5e7c6').fill(disc(396, 176, 58), '#2f4d5a', 'opacity=".0"');
  const m1 = ground([[-20, 430], [120, 330], [240, 390], [400, 250], [520, 340], [680, 290], [860, 420], [1060, 330], [1200, 210], [1330, 300], [1470, 230], [1620, 330]], 760);
  s.fill(m1, '#3a5a66').fade(m1, '#7d9a9a', [700, 230, 760, 560], 0.5);
  s.fill('M400 250L455 292L420 300L380 330L350 290ZM1200 210L1262 258L1220 262L1180 300L1150 262ZM1470 230L1520 262L1480 272L1440 300L1420 272Z', '#c8d2c8', 'opacity=".85"');
  const m2 = ground([[-20, 560], [200, 470], [420, 520], [640, 470], [900, 500], [1080, 450], [1240, 400], [1400, 452], [1620, 380]], 1100);
  s.fill(m2, '#29454f');
  // windmills turning on the ridge
  for (const [x, y, h, a] of [[1120, 446, 190, 10], [1262, 402, 226, 44], [1430, 448, 200, 78], [1560, 404, 220, 25]]) {
    s.line(`M${x} ${y}V${y - h}`, '#d8d8c6', 7);
    for (let k = 0; k < 3; k++) s.fill(`M${x} ${y - h - 6}Q${x + 15} ${y - h - 50} ${x + 3} ${y - h - h * 0.52}Q${x - 5} ${y - h - 40} ${x} ${y - h - 6}Z`, '#efe8d4', `transform="rotate(${a + k * 120} ${x} ${y - h})"`);
    s.fill(disc(x, y - h, 8), WARM);
  }
  // the reservoir
  const lake = 'M-20 560Q200 540 470 548L900 556L1000 588L900 630L-20 690Z';
  s.fill(lake, '#5f868c').fade(lake, '#a9c2b6', [372, 560, 500, 700], 0.6).water(562, 660, '#e6dfc2', 24, 0.9, 250, 500).water(562, 660, '#33596480'.slice(0, 7), 60, 0.6, 0, 900);
  s.fill(ground([[-20, 556], [140, 528], [300, 540], [470, 552]], 560), '#1b323c');
  // an eight at its stage, steps up the bank
  s.fill(lens(190, 624, 120, 8), '#f0dfbb'); for (let i = 0; i < 8; i++) s.fill(disc(118 + i * 20, 614, 6), i % 2 ? WARM : PLUM).line(`M${118 + i * 20} 618l${i % 2 ? -14 : 14} ${i % 2 ? 20 : -14}`, '#f0dfbb', 2.5);
  // the dam, curved
  const dam = 'M-20 640Q480 720 1010 560L1070 572L960 820Q520 980 -20 960Z';
  s.fill(dam, '#cfc7b0').fade(dam, '#51676b', [200, 960, 380, 640], 0.95).shade(dam, '#7f8b86', [1070, 560, 850, 690], 0.75);
  s.fill('M-20 640Q480 720 1010 560L1070 572Q520 756 -20 676Z', '#efe6d0');
  for (let i = 0; i < 10; i++) { const x = 60 + i * 92, y = 700 + 14 * Math.sin(i / 3) - Math.max(0, i - 5) * 13; s.line(`M${x} ${y + 20}Q${x - 8} ${y + 120} ${x - 4 - i * 2} ${950 - i * 13}`, '#a39c88', 4); }
  for (let i = 0; i < 8; i++) { const x = 70 + i * 108, y = 674 + [4, 9, 9, 4, -6, -18, -34, -54][i]; s.line(`M${x} ${y}v-40`, INK, 4).fill(disc(x, y - 44, 7), '#ffe6a8').halo(x, y - 44, 46, AMBER, 0.7); }
  // the valley and the pipe
  const slope = ground([[900, 1100], [960, 820], [1060, 580], [1180, 560], [1360, 640], [1620, 600]], 1100);
  s.fill(slope, '#1d333c').shade(slope, '#4f6d6b', [1100, 560, 1240, 860], 0.6);
  const front = ground([[-20, 850], [180, 836], [420, 872], [640, 852], [860, 880], [1020, 930], [1180, 958], [1360, 930], [1620, 900]], 1100);
  s.line('M1050 600L1120 690L1250 884', '#0e1c24', 54).line('M1050 600L1120 690L1250 884', WARM, 38).line('M1042 606L1110 694L1238 884', '#f09a7c', 7);
  for (const [x, y] of [[1084, 646], [1137, 716], [1178, 778], [1219, 840]]) s.fill(box(x - 34, y - 9, 68, 18), '#22343c', `transform="rotate(-34 ${x} ${y})"`);
  s.fill(front, '#14232c').shade(front, '#3d5a5c', [420, 830, 470, 960], 0.6);
  // the turbine house and the village of Seli
  s.fill('M1180 960V878L1262 840L1344 878V960Z', '#e3d6ba').shade('M1180 960V878L1262 840L1344 878V960Z', '#7f7a6c', [1344, 0, 1230, 0], 0.9).fill('M1164 882L1262 830L1360 882L1350 896L1262 850L1174 896Z', '#7c3a30');
  for (let i = 0; i < 4; i++) s.fill(`M${1200 + i * 36} 950v-44q10 -14 20 0v44Z`, '#ffd98c');
  s.halo(1262, 930, 210, AMBER, 0.65);
  const tail = 'M1180 962L1344 962Q1250 1010 1010 1080L700 1080Q1060 1010 1180 962Z';
  s.fill(tail, '#5f8a90').water(965, 1060, '#f3cf8b', 26, 0.9, 960, 1290);
  for (let i = 0; i < 22; i++) { const x = 420 + r.in(0, 330) + (i % 3) * 20, y = 1000 + r.in(-50, 50), w = r.in(38, 58); s.fill(poly([[x, y], [x, y - w], [x + w / 2, y - w * 1.5], [x + w, y - w], [x + w, y]]), r.of(['#2c434b', '#3a525a', '#4a5658'])).fill(box(x + w * 0.3, y - w * 0.8, 9, 12), r() < 0.6 ? AMBER : '#0f1b22'); }
  for (let i = 0; i < 15; i++) { const x = 1380 + r.in(0, 220), y = 1000 + r.in(-30, 40), w = r.in(34, 54); s.fill(poly([[x, y], [x, y - w], [x + w / 2, y - w * 1.5], [x + w, y - w], [x + w, y]]), r.of(['#22363f', '#2c434b'])).fill(box(x + w * 0.3, y - w * 0.8, 9, 12), r() < 0.5 ? AMBER : '#0f1b22'); }
  return s;
}

export function pass() {
  const s = new Sheet(1600, 1067, 97), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#f3dcb6').fade(box(0, 0, 1600, 600), '#8fb0b3', [0, 0, 0, 520], 0.95).halo(1130, 420, 520, '#fbe9c6', 0.9);
  const m1 = poly([[-20, 470], [120, 350], [190, 390], [330, 210], [420, 300], [470, 280], [620, 470], [760, 400], [900, 500], [1060, 420], [1190, 470], [1330, 260], [1440, 380], [1500, 330], [1620, 450], [1620, 800], [-20, 800]]);
  s.fill(m1, '#7f9da2').fade(m1, '#e6e6da', [900, 280, 840, 620], 0.05, 0.9);
  s.fill(poly([[330, 210], [420, 300], [390, 322], [430, 400], [366, 372], [330, 440], [300, 360], [250, 390], [270, 292]]), '#eef0e6').fill(poly([[1330, 260], [1440, 380], [1390, 376], [1370, 440], [1320, 390], [1270, 450], [1262, 370]]), '#f6eeda').fill(poly([[120, 350], [190, 390], [140, 400], [90, 430], [70, 394]]), '#eef0e6');
  s.fill(poly([[330, 210], [270, 292], [120, 480], [-20, 620], [300, 620], [330, 440]]), '#66868d', 'opacity=".5"');
  const m2 = ground([[-20, 640], [220, 520], [430, 560], [640, 610], [800, 570], [960, 600], [1180, 540], [1380, 560], [1620, 490]], 1100);
  s.fill(m2, '#e4e8de').fade(m2, '#8fabae', [0, 480, 330, 800], 0.9);
  // the road between walls of cut snow
  const road = 'M150 1100Q520 880 800 772Q930 716 846 668Q800 640 838 606L872 606Q862 636 926 662Q1040 716 976 790Q900 880 1010 1100Z';
  s.fill('M-20 1100L-20 800Q300 760 640 690Q800 656 810 606L838 606Q800 640 846 668Q930 716 800 772Q520 880 150 1100Z', '#f4f1e6').fill('M1620 1100L1620 690Q1300 700 1080 660Q900 632 890 606L872 606Q862 636 926 662Q1040 716 976 790Q900 880 1010 1100Z', '#e6ebe3');
  const wallL = 'M-20 960Q420 800 740 716Q880 676 810 640Q800 640 846 668Q930 716 800 772Q520 880 150 1100L-20 1100Z', wallR = 'M872 606Q862 636 926 662Q1040 716 976 790Q900 880 1010 1100L1190 1100Q1060 860 1100 770Q1130 690 980 640Q900 616 890 606Z';
  s.fill(wallL, '#bfd0cd').shade(wallL, '#7d9fa5', [300, 1100, 380, 800], 0.85).fill(wallR, '#8db0b4').shade(wallR, '#5f8790', [1150, 0, 1000, 0], 0.8);
  s.fill(road, '#59666a').shade(road, '#39474f', [600, 1100, 700, 800], 0.8).shade(road, '#e8e7dc', [860, 600, 800, 780], 0.6);
  s.line('M560 1100Q760 900 880 790Q960 716 886 662', '#e9e2cc', 6, 'stroke-dasharray="40 34" opacity=".8"');
  // marker poles along the road, and the border between two of them
  for (const [x, y, h] of [[64, 950, 200], [330, 850, 150], [540, 782, 116], [690, 734, 86], [1240, 930, 200], [1128, 800, 140], [1090, 706, 90]]) { s.fill(box(x - 5, y - h, 10, h), WARM); s.fill(box(x - 5, y - h * 0.75, 10, h * 0.2), PAPER); s.fill(box(x - 5, y - h * 0.35, 10, h * 0.2), PAPER); }
  s.fill(box(766, 520, 44, 110), '#5f4238').fill('M754 524L788 486L822 524Z', '#f4f1e6').fill(box(916, 528, 44, 100), '#41636e').fill('M904 532L938 494L972 532Z', '#f4f1e6').fill(box(778, 550, 18, 20), AMBER).fill(box(928, 556, 18, 20), AMBER);
  s.fill('M810 574L880 540L884 548L812 584Z', WARM);
  // firs under snow
  for (const [x, y, h] of [[1310, 800, 190], [1420, 850, 260], [1540, 800, 210], [1250, 740, 110], [1490, 720, 120], [90, 690, 90], [170, 670, 110]]) {
    s.fill(lens(x - h * 0.35, y + 3, h * 0.6, h * 0.06), '#9db7b9', 'opacity=".8"').fill(box(x - 5, y - h * 0.16, 10, h * 0.16), '#4a3b34');
    for (let k = 0; k < 3; k++) { const w = h * (0.3 - k * 0.075), b = y - h * (0.1 + k * 0.25); s.fill(poly([[x - w, b], [x, b - h * 0.42], [x + w, b]]), '#2f5058').fill(poly([[x - w * 0.75, b - h * 0.07], [x, b - h * 0.42], [x + w * 0.25, b - h * 0.3], [x, b - h * 0.17], [x - w * 0.25, b - h * 0.2]]), '#f4f3ea'); }
  }
  // the plough, coming down
  s.open('transform="translate(520 700) scale(1.25)"');
  s.fill(lens(40, 236, 200, 18), '#2c3940', 'opacity=".75"');
  s.fill(box(-66, -40, 210, 190), WARM).fill('M-66 -40H144L176 -6V140L144 150Z', '#b4432f').fill('M-50 -24H128V52H-50Z', '#28414d').fill('M-50 -24L30 -24L-10 52L-50 52Z', '#6d929a').fill(box(-66, 66, 210, 14), '#f0a184').line('M-20 52L30 0M80 52L110 6', '#14212a', 4);
  s.fill(box(-40, -62, 34, 22), AMBER).fill(box(86, -62, 34, 22), AMBER).halo(-23, -54, 80, '#ffd27a', 0.9).halo(103, -54, 80, '#ffd27a', 0.9);
  s.fill(disc(78, 22, 17), SKIN[1]).fill('M58 16q20 -34 40 0Z', INK).fill('M50 52q28 -28 58 0Z', OLIVE);
  s.fill(disc(-40, 118, 18), '#fff0c4').fill(disc(118, 118, 18), '#fff0c4').halo(-40, 118, 110, '#ffe7b0', 0.8).halo(118, 118, 110, '#ffe7b0', 0.8).fill(box(-62, 150, 50, 76), '#161f26').fill(box(96, 150, 50, 76), '#161f26');
  s.fill('M-170 148Q40 96 232 168L214 246Q40 190 -160 246Z', AMBER).shade('M-170 148Q40 96 232 168L214 246Q40 190 -160 246Z', '#a5622c', [0, 260, 0, 150], 0.9).line('M-160 246Q40 190 214 246', INK, 8);
  s.close();
  // snow thrown aside
  const plume = curve([[352, 985], [290, 930], [250, 830], [190, 700], [90, 610], [-60, 560], [-20, 650], [-60, 720], [30, 760], [-20, 840], [80, 880], [60, 960], [190, 980], [250, 1010]], true);
  s.fill(plume, '#fbf8ee', 'opacity=".95"').shade(plume, '#a9c0c1', [150, 1030, 110, 760], 0.8);
  let f = ''; for (let i = 0; i < 150; i++) { const t = r() ** 0.7; f += disc((330 - t * 420 + r.in(-80, 90)) | 0, (900 - Math.sin(t * 1.7) * 360 + r.in(-110, 120)) | 0, r.of([3, 4, 6, 9])); }
  s.fill(f, '#fffdf5');
  return s;
}

export function clocks() {
  const s = new Sheet(1600, 1067, 101), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#efc488').fade(box(0, 0, 1600, 640), '#456f7b', [0, 0, 0, 520], 0.95).fade(box(0, 380, 1600, 300), '#e8875a', [0, 650, 0, 430], 0.75);
  s.halo(560, 640, 620, '#fbdf9f', 0.9).fill(disc(560, 640, 148), '#fbe8bf');
  for (const [x, y, w] of [[200, 210, 260], [980, 150, 300], [1420, 300, 200], [640, 330, 200]]) s.fill(lens(x, y, w, 24), '#f3d3a4', 'opacity=".55"').fill(lens(x + 70, y + 26, w * 0.7, 16), '#f3d3a4', 'opacity=".4"');
  s.fill(ground([[-20, 610], [180, 586], [360, 622], [700, 640], [960, 606], [1300, 626], [1620, 590]], 900), '#8b7c6e');
  // the town, its tower
  const roofs = [];
  for (let i = 0; i < 26; i++) roofs.push([820 + i * 30 + r.in(-8, 8), r.in(44, 78), r.in(34, 92)]);
  for (const [x, w, h] of roofs) s.fill(poly([[x, 680], [x, 660 - h], [x + w / 2, 636 - h - w * 0.2], [x + w, 660 - h], [x + w, 680]]), r.of(['#4f4a52', '#5d4f54', '#3f434e', '#6b5650'])).fill(box(x + w * 0.4, 664 - h * 0.7, 8, 12), r() < 0.4 ? AMBER : '#2c3440');
  const tower = 'M1150 690V250H1290V690Z';
  s.fill(tower, '#6d5a5e').shade(tower, '#d8926a', [1150, 0, 1240, 0], 0.95).fill('M1136 256L1220 96L1304 256Z', '#3a3a48').shade('M1136 256L1220 96L1304 256Z', '#b56a52', [1136, 0, 1230, 0], 0.8).line('M1220 100V52', '#2b2d38', 6).fill('M1220 54L1260 66L1220 78Z', WARM).fill(box(1138, 250, 164, 18), '#3a3a48').fill(box(1138, 436, 164, 14), '#3a3a48');
  s.fill(disc(1220, 352, 66), '#2b2d38').fill(disc(1220, 352, 58), '#fbf1dc');
  for (let i = 0; i < 12; i++) s.line('M1220 303V312', '#2b2d38', i % 3 ? 3 : 7, `transform="rotate(${i * 30} 1220 352)"`);
  // the minute hand of before and of now
  s.fill('M1220 352L1220 300A52 52 0 0 1 1220 404Z', WARM, 'opacity=".9"').line('M1220 352V306', '#2b2d38', 5, 'opacity=".45"').line('M1220 352V400', '#2b2d38', 6).line('M1220 352L1196 376', '#2b2d38', 8).fill(disc(1220, 352, 7), '#2b2d38');
  for (let i = 0; i < 3; i++) s.fill(`M${1176 + i * 36} 520v-34q8 -16 16 0v34ZM${1176 + i * 36} 610v-34q8 -16 16 0v34Z`, '#2f3340');
  // meadows
  const field = ground([[-20, 690], [260, 664], [620, 700], [940, 668], [1620, 690]], 1100);
  s.fill(field, '#7b7a4f').shade(field, '#d9a766', [560, 660, 640, 900], 0.75).fill(ground([[-20, 830], [300, 800], [760, 850], [1180, 806], [1620, 850]], 1100), '#4f5a42');
  const front = ground([[-20, 950], [400, 925], [900, 975], [1620, 930]], 1100);
  s.fill(front, '#2f3d35').shade(front, '#6c7550', [0, 920, 0, 1030], 0.6);
  for (let i = 0; i < 9; i++) s.fill(lens(r.in(0, 1500), r.in(705, 790), r.in(120, 260), 8), '#f3d9ac', 'opacity=".4"');
  const cow = (x, y, k, flip, graze, patches) => {
    s.open(`transform="translate(${x} ${y}) scale(${flip ? -k : k} ${k})"`);
    s.fill(lens(10, 4, 230, 14), '#26332c', 'opacity=".7"');
    s.fill('M-150 -70L-156 4H-124L-112 -80ZM-96 -70L-92 4H-62L-60 -80ZM88 -70L92 4H122L128 -80ZM140 -80L150 4H180L176 -90Z', '#2c2726');
    const b = 'M-176 -196Q-60 -216 60 -204Q150 -210 190 -186Q206 -120 184 -72Q120 -40 -20 -56Q-110 -44 -166 -66Q-196 -130 -176 -196Z';
    s.fill(b, '#f0e2c8').open(s.clip(b)); for (const [px, py, rx, ry] of patches) s.fill(blob(r, px, py, rx, ry, 8, 0.25), '#3a2b29'); s.close();
    s.shade(b, '#7a5b4c', [0, -40, 0, -150], 0.85).line('M188 -180Q216 -120 206 -54', '#3a2b29', 8).fill(lens(206, -44, 9, 26), '#3a2b29').fill('M60 -60q20 26 44 0Z', '#d99a84');
    if (graze) s.fill('M-176 -196Q-240 -150 -262 -60L-290 -16Q-276 6 -250 0L-216 -46Q-180 -80 -150 -90Z', '#3a2b29').fill('M-290 -16Q-276 6 -250 0L-240 -18L-276 -36Z', '#d9a58c').fill('M-246 -76L-286 -92L-262 -62Z', '#3a2b29');
    else s.fill('M-160 -190Q-190 -236 -226 -250L-296 -206Q-316 -188 -304 -176L-236 -176Q-200 -130 -168 -110Z', '#3a2b29').fill('M-296 -206Q-316 -188 -304 -176L-276 -176L-268 -222Z', '#e3b59c').fill('M-214 -240L-166 -262L-190 -222Z', '#3a2b29').line('M-232 -248Q-250 -276 -240 -290M-212 -254Q-204 -280 -190 -284', '#f0e2c8', 8).fill(disc(-238, -218, 5), '#f0e2c8').fill(box(-206, -132, 26, 30), AMBER).line('M-216 -178L-178 -136', WARM, 9);
    s.close();
  };
  cow(720, 812, 0.42, true, true, [[-40, -150, 70, 50], [130, -120, 50, 60]]);
  cow(950, 842, 0.5, false, true, [[-90, -140, 60, 60], [100, -170, 60, 40]]);
  cow(1420, 872, 0.6, true, true, [[0, -150, 80, 50], [150, -110, 40, 50]]);
  cow(440, 1010, 1.25, false, false, [[-70, -160, 80, 54], [110, -110, 70, 50], [-140, -80, 40, 30]]);
  return s;
}

export function last_bus() {
  const s = new Sheet(1600, 1067, 113), r = s.rand;
  s.fill(box(0, 0, 1600, 1067), '#1c2f3d').fade(box(0, 0, 1600, 700), '#3d5863', [0, 700, 0, 120], 0.8);
  // houses asleep
  for (let i = 0, x = -30; x < 1620; i++) { const w = r.in(130, 210), h = r.in(330, 560), c = r.of(['#1d2d39', '#223542', '#192733', '#283a45']); s.fill(box(x, 700 - h, w + 4, h), c); if (i % 2) s.fill(poly([[x - 8, 700 - h], [x + w / 2, 640 - h], [x + w + 8, 700 - h]]), c); for (let a = 0; a < 3; a++) for (let b = 0; b < 4; b++) if (h - b * 100 > 130) s.fill(box(x + 24 + a * (w / 3.4), 730 - h + b * 100, 22, 40), '#12202b'); x += w; }
  s.fill(box(1236, 262, 24, 42), AMBER).halo(1248, 284, 90, AMBER, 0.5);
  s.fill(box(0, 690, 1600, 40), '#2c3f4a').fill(box(0, 724, 1600, 350), '#172732').fade(box(0, 724, 1600, 343), '#3a5560', [0, 724, 0, 900], 0.6);
  s.halo(760, 560, 640, '#c9924f', 0.5).halo(760, 860, 560, '#c9924f', 0.4, box(0, 724, 1600, 343));
  // the bus
  const body = 'M250 380Q250 340 292 340H1230Q1288 340 1306 400L1340 560V742H250Z';
  s.fill(lens(790, 764, 590, 16), '#0b141b');
  s.fill(body, WARM).fill('M250 590H1340V742H250Z', '#a93f2c').fill(box(250, 578, 1090, 16), PAPER).shade('M250 590H1340V742H250Z', '#5c2720', [0, 742, 0, 610], 0.85);
  const wins = [[286, 384, 170, 168], [476, 384, 170, 168], [666, 384, 170, 168], [856, 384, 170, 168]];
  for (const w of wins) s.fill(box(...w), '#fbe3ab').fade(box(...w), '#eeb866', [0, 552, 0, 384], 0.7);
  s.fill(box(1048, 384, 104, 340), '#f6d696').line('M1100 384V724', '#8a3a2a', 8).fill('M1176 384H1264Q1280 384 1286 410L1318 556H1176Z', '#fbe3ab');
  s.fill(box(1060, 346, 150, 30), INK).fill(disc(1082, 361, 8), AMBER).fill(box(1098, 354, 96, 14), AMBER);
  // the seven and the driver
  const who = (x, k, coat, skin, hair, more = '') => { s.fill(`M${x - 50 * k} 552Q${x - 52 * k} ${552 - 62 * k} ${x} ${552 - 66 * k}Q${x + 52 * k} ${552 - 62 * k} ${x + 50 * k} 552Z`, coat).fill(disc(x, 552 - 94 * k, 26 * k, 31 * k), skin).fill(`M${x - 30 * k} ${552 - 92 * k}Q${x - 34 * k} ${552 - 136 * k} ${x + 2 * k} ${552 - 132 * k}Q${x + 34 * k} ${552 - 134 * k} ${x + 26 * k} ${552 - 104 * k}Q${x} ${552 - 116 * k} ${x - 16 * k} ${552 - 108 * k}Z`, hair).raw(more); };
  who(338, 1, '#e9e2d2', SKIN[0], '#efe9da'); // the apprentice
  who(410, 0.92, SEA, SKIN[3], '#1d1a1c'); // the nurse
  s.open('transform="rotate(-14 540 552)"'); who(544, 0.96, OLIVE, SKIN[1], '#2b2320'); s.close(); // asleep
  who(712, 0.94, PLUM, SKIN[4], '#8a5a34'); s.open('transform="rotate(-8 782 552)"'); who(782, 0.98, DEEP, SKIN[2], '#1d1a1c'); s.close(); // in love or revising
  who(904, 0.98, '#7d3f3a', SKIN[0], '#55504c'); // the cellist and her cello
  s.fill('M950 552Q938 520 956 500Q946 476 962 462L962 404H974L974 462Q992 476 982 500Q1000 520 988 552Z', '#6f3d24').fill(disc(968, 400, 10), '#6f3d24');
  who(1100 - 24, 0.9, '#6f6658', SKIN[1], '#c9c2b4');
  who(1246, 0.9, INK, SKIN[2], '#22303a'); s.line('M1276 520L1304 500', INK, 10);
  s.line('M286 400H1026', '#c58c46', 5); for (let i = 0; i < 8; i++) s.line(`M${320 + i * 96} 400v26`, '#8a5f34', 4);
  for (const x of [420, 1130]) s.fill(`M${x - 78} 742A78 78 0 0 1 ${x + 78} 742Z`, '#0f1a22').fill(disc(x, 742, 58), '#0b141b').fill(disc(x, 742, 26), '#8a8578');
  s.fill(disc(1326, 650, 17), '#fff3cf').halo(1340, 650, 150, '#ffe7ae', 0.9).fade('M1336 640L1640 700V800L1336 668Z', '#ffe7ae', [1336, 0, 1640, 0], 0.75).fill(box(250, 640, 14, 40), '#ff8f6b');
  // its light in the wet road
  for (const [x, y, w] of wins) { let d = ''; for (let i = 0; i < 15; i++) d += lens(x + w / 2 + r.in(-40, 40), 792 + i * 18 + r.in(-6, 6), r.in(30, 84), r.in(3, 7)); s.fill(d, '#f0b863', 'opacity=".75"'); }
  let e = ''; for (let i = 0; i < 18; i++) e += lens(1110 + r.in(-30, 60), 790 + i * 15, r.in(14, 66), 5); s.fill(e, '#f0b863', 'opacity=".7"');
  let g = ''; for (let i = 0; i < 26; i++) g += lens(r.in(260, 1340), r.in(776, 900), r.in(40, 120), 4); s.fill(g, WARM, 'opacity=".8"');
  let h = ''; for (let i = 0; i < 14; i++) h += lens(1470 + r.in(-70, 120), 790 + i * 15, r.in(20, 80), 4); s.fill(h, '#fff0c8', 'opacity=".7"');
  // the stop, and rain
  s.line('M128 790V330', '#0b141b', 12).fill(disc(128, 318, 46), PAPER).fill(disc(128, 318, 34), DEEP).fill(disc(128, 318, 14), PAPER);
  let rain = ''; for (let i = 0; i < 210; i++) { const x = r.in(-20, 1660), y = r.in(-20, 1040), k = r.in(22, 52); rain += `M${x | 0} ${y | 0}l${-k * 0.28 | 0} ${k | 0}`; }
  s.line(rain, '#c4d2cd', 2.4, 'opacity=".42"');
  let sp = ''; for (let i = 0; i < 60; i++) sp += `M${r.in(0, 1600) | 0} ${r.in(770, 1050) | 0}q10 -8 20 0`; s.line(sp, '#c4d2cd', 2.5, 'opacity=".5"');
  return s;
}
