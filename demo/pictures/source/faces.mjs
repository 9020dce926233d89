// Portraits of the people who write for the paper. All are invented; none has a model.
import { Sheet, INK, NIGHT, DEEP, SEA, MIST, PAPER, SAND, STONE, WARM, AMBER, PLUM, OLIVE, curve, poly, box, disc, lens } from './sheet.mjs';

/** Ground, neck and shoulders, then a head turned a little; `f` holds what makes the person. */
function face(seed, f) {
  const s = new Sheet(640, 640, seed);
  s.fill(box(0, 0, 640, 640), f.ground).fill(disc(f.sun[0], f.sun[1], f.sun[2]), f.sun[3]);
  s.shade(box(0, 0, 640, 640), f.dusk, [0, 640, 200, 160], 0.55);
  if (f.behind) f.behind(s);
  const body = f.body ?? 'M40 660Q48 520 190 486Q262 470 270 452L374 452Q384 472 450 488Q590 520 604 660Z';
  s.fill(body, f.coat).shade(body, f.coatShade, [600, 640, 330, 500], 0.9);
  if (f.collar) f.collar(s);
  const neck = 'M262 400L258 478Q318 540 384 478L378 400Z';
  s.fill(neck, f.skin).shade(neck, f.shadow, [330, 420, 330, 500], 0.95);
  if (f.scarf) f.scarf(s);
  const [w, jaw] = [f.wide ?? 104, f.jaw ?? 60];
  const head = `M${322 - w} 268Q${322 - w - 2} 150 322 146Q${322 + w + 2} 150 ${322 + w} 268Q${322 + w} 348 ${322 + jaw} 412Q${322 + jaw * 0.5} 442 322 442Q${322 - jaw * 0.5} 442 ${322 - jaw} 412Q${322 - w} 348 ${322 - w} 268Z`;
  if (!f.noEars) for (const k of [-1, 1]) s.fill(disc(322 + k * (w + 2), 300, 17, 30), f.skin).fill(disc(322 + k * (w + 4), 302, 8, 17), f.shadow, 'opacity=".6"');
  s.fill(head, f.skin).shade(head, f.shadow, [452, 330, 318, 270], 0.9).shade(head, f.blush, [230, 400, 250, 320], 0.45);
  if (f.beard) f.beard(s, head);
  // eyes, brows, nose, mouth: few and plain
  for (const k of [-1, 1]) {
    const x = 314 + k * 44;
    s.fill(lens(x, 290, 19, 17), '#fbf3e4').fill(disc(x + 3, 288, 8), f.eye).line(`M${x - 20} 288Q${x} ${272 - (f.open ?? 0)} ${x + 20} 289`, f.brow, 4.5);
    s.line(`M${x - 26} ${258 + (k < 0 ? 4 : 0)}Q${x} ${240 + (f.browLift ?? 0)} ${x + 26} ${258 + (k > 0 ? 4 : 0)}`, f.brow, f.browWidth ?? 8);
  }
  s.line(f.nose ?? 'M318 290Q306 336 302 348Q312 362 330 356', f.shadow, 7);
  s.line(f.mouth ?? 'M284 392Q316 410 352 388', f.lips, 8);
  if (f.hair) f.hair(s);
  if (f.glasses) { for (const k of [-1, 1]) s.line(f.glasses === 'round' ? disc(314 + k * 46, 290, 35) : `M${314 + k * 46 - 36} 266h72v30q-2 22 -36 22t-36 -22Z`, f.frame ?? INK, 6); s.line('M303 286Q314 280 325 286M232 284L216 278M396 284L420 278', f.frame ?? INK, 6); }
  if (f.over) f.over(s);
  return s;
}

export const tariq_zahrawand = () => face(5, {
  ground: '#e5c48f', sun: [470, 190, 150, '#f0d8ac'], dusk: '#b98352', coat: DEEP, coatShade: NIGHT, skin: '#b98058', shadow: '#85543a', blush: '#c8704e', eye: '#2b1d18', brow: '#5f5a54', browWidth: 12, lips: '#7d4434', jaw: 66, wide: 106, glasses: 'square', frame: '#3a2a24',
  nose: 'M320 286Q300 338 294 350Q308 368 332 358',
  collar: (s) => s.fill('M258 470L226 500L300 600L322 560ZM384 470L418 500L346 600L322 560Z', PAPER).fill('M196 486L268 470L318 640H232Z', '#1f3d4c').fill('M450 488L378 470L326 640H412Z', '#1f3d4c'),
  beard: (s, head) => { s.open(s.clip(head)).fill('M200 300Q226 330 242 360Q280 352 318 366Q360 350 396 360Q420 330 440 300V470H200Z', '#8c867c').shade('M200 300V470H440V300Z', '#5d564e', [440, 440, 290, 360], 0.85).close(); s.fill('M262 376Q290 358 318 370Q346 356 374 374Q346 388 318 384Q290 390 262 376Z', '#a39c90'); },
  hair: (s) => s.fill('M216 276Q196 190 240 150Q300 96 380 126Q450 150 428 276Q420 226 398 196Q330 214 262 186Q226 210 216 276Z', '#77716a').shade('M216 276Q196 190 240 150Q300 96 380 126Q450 150 428 276Q420 226 398 196Q330 214 262 186Q226 210 216 276Z', '#4a443f', [440, 200, 300, 150], 0.9),
});

export const vera_galmash = () => face(8, {
  ground: '#8fa7a2', sun: [180, 210, 150, '#b6c7bd'], dusk: '#4d6d70', coat: WARM, coatShade: '#8a2f28', skin: '#efcaa6', shadow: '#c98f6c', blush: '#e08a70', eye: '#49626a', brow: '#8a837c', browWidth: 7, lips: '#b0473c', jaw: 54, wide: 100, glasses: 'round', frame: '#5a3b4b', noEars: true,
  behind: (s) => { for (let i = 0; i < 9; i++) s.fill(box(392 + i * 29, 40 + (i % 3) * 14, 25, 150 - (i % 3) * 14), [PLUM, DEEP, SAND, OLIVE, '#a9573f'][i % 5]); s.fill(box(386, 190, 260, 12), '#3f5357'); s.fill('M196 300Q180 150 322 126Q464 150 448 300Q446 372 420 392L226 392Q198 372 196 300Z', '#d5d0c6'); },
  collar: (s) => s.fill('M250 466Q318 560 390 466L410 486Q322 610 232 486Z', '#f2e7d3').line('M322 566V640', '#8a2f28', 4).fill(disc(322, 604, 7), AMBER),
  hair: (s) => { const h = 'M208 330Q188 210 250 156Q340 100 412 160Q456 214 438 332Q430 250 396 212Q350 200 330 178Q290 220 240 232Q216 270 208 330Z'; s.fill(h, '#e3ded4').shade(h, '#a39e98', [450, 280, 330, 160], 0.85).fill(disc(338, 108, 56, 40), '#e3ded4').shade(disc(338, 108, 56, 40), '#a39e98', [400, 120, 320, 90], 0.85).line('M300 74L392 134', WARM, 8); },
  over: (s) => s.fill(disc(214, 372, 9, 13), AMBER).fill(disc(430, 372, 9, 13), AMBER),
});

export const salma_nuwayrat = () => face(13, {
  ground: '#a9c2be', sun: [460, 170, 120, '#f2dfb6'], dusk: '#5f8b92', coat: AMBER, coatShade: '#a8662f', skin: '#cf9a6f', shadow: '#99654a', blush: '#d07a58', eye: '#2b1d18', brow: '#2a1d1b', browWidth: 8, lips: '#a9483d', jaw: 52, wide: 98, noEars: true, mouth: 'M280 388Q316 418 356 384',
  behind: (s) => s.fill(box(0, 330, 640, 310), SEA).fill(lens(110, 380, 80, 5), PAPER).fill(lens(560, 410, 70, 5), PAPER).fill('M470 328L530 240V328Z', PAPER).fill('M536 328V260L572 328Z', '#f7efe0').fill('M456 334H590L572 354H476Z', WARM).fill('M214 560Q150 300 206 210Q250 108 330 108Q430 112 446 220Q482 330 430 560Z', '#33566b'),
  scarf: (s) => { const d = 'M206 330Q216 420 262 470Q322 520 388 468Q430 420 440 330Q470 440 440 520Q330 640 210 540Q170 430 206 330Z'; s.fill(d, '#3f6a80').shade(d, '#22404f', [470, 560, 300, 440], 0.85).line('M224 440Q280 540 430 500', '#22404f', 5); },
  hair: (s) => { const d = 'M204 360Q186 220 236 158Q286 104 346 112Q436 122 446 240Q450 310 436 372Q440 250 396 204Q330 170 262 200Q214 250 204 360Z'; s.fill(d, '#3f6a80').shade(d, '#22404f', [460, 260, 330, 150], 0.85).line('M262 200Q330 168 398 206', '#2b1d18', 13).line('M232 176Q300 130 390 150', '#5b8799', 5); },
});

export const idris_belhaddar = () => face(17, {
  ground: '#d88a68', sun: [170, 180, 130, '#e7a985'], dusk: '#a4503f', coat: '#e9dcc2', coatShade: '#b29a76', skin: '#7d5138', shadow: '#523224', blush: '#95573b', eye: '#1d1412', brow: '#1d1614', browWidth: 10, lips: '#4f2a25', jaw: 62, wide: 102, mouth: 'M286 390Q318 414 352 386', nose: 'M318 292Q304 336 296 348Q310 366 338 354',
  collar: (s) => { s.open(s.clip('M40 660Q48 520 190 486Q262 470 270 452L374 452Q384 472 450 488Q590 520 604 660Z')); for (let i = 0; i < 6; i++) s.line(`M60 ${530 + i * 26}Q320 ${500 + i * 30} 590 ${530 + i * 26}`, SEA, 9); s.close(); s.fill('M246 462Q320 540 396 462L404 486Q320 572 238 486Z', '#e9dcc2'); },
  beard: (s, head) => s.open(s.clip(head)).fill('M210 310Q232 400 284 416Q318 404 354 416Q404 400 434 310V460H210Z', '#241a18').close().line('M272 374Q318 358 364 372', '#241a18', 8),
  hair: (s) => { const d = curve([[212, 270], [196, 220], [214, 176], [240, 150], [262, 124], [300, 118], [330, 106], [366, 118], [398, 130], [424, 162], [440, 200], [438, 240], [430, 274], [414, 220], [380, 196], [320, 186], [258, 200], [230, 224]], true); s.fill(d, '#241a18').shade(d, '#5c4438', [220, 130, 320, 190], 0.6); },
});

export const helen_marrowby = () => face(19, {
  ground: '#5d7f86', sun: [450, 200, 150, '#7c9c9d'], dusk: '#2c4d5a', coat: OLIVE, coatShade: '#3e4633', skin: '#f0cbb0', shadow: '#cf9478', blush: '#e2795f', eye: '#4a6f62', brow: '#9a5a35', browWidth: 7, lips: '#b5523f', jaw: 52, wide: 99, noEars: true, mouth: 'M286 394Q322 404 352 386',
  behind: (s) => s.fill(curve([[214, 250], [170, 310], [186, 380], [160, 440], [200, 500], [300, 520], [420, 500], [474, 440], [452, 370], [476, 300], [436, 230], [322, 120]], true), '#a94f2c'),
  collar: (s) => s.fill('M214 478L262 456L322 560L284 600ZM426 478L378 456L322 560L360 600Z', '#848c66').line('M322 560V640', '#3e4633', 5).fill(disc(344, 602, 6), SAND),
  hair: (s) => { const d = curve([[204, 350], [190, 280], [206, 200], [250, 140], [330, 112], [410, 140], [448, 210], [450, 290], [438, 354], [424, 280], [400, 226], [350, 196], [300, 236], [240, 256], [218, 300]], true); s.fill(d, '#c8673a').shade(d, '#7f3520', [460, 290, 330, 150], 0.85); s.line('M350 196Q300 170 240 210M352 190Q400 170 430 220', '#e08c58', 5); },
  over: (s) => { for (const [x, y] of [[272, 330], [286, 344], [262, 346], [352, 334], [366, 346], [340, 346]]) s.fill(disc(x, y, 3), '#c8805c'); },
});

export const lev_osterin = () => face(29, {
  ground: '#c9b899', sun: [200, 170, 120, '#ddd0b4'], dusk: '#8d7a5c', coat: PLUM, coatShade: '#321f2b', skin: '#e6bb98', shadow: '#b7805f', blush: '#d9886a', eye: '#3d5560', brow: '#4a3526', browWidth: 9, lips: '#a25648', jaw: 56, wide: 96, mouth: 'M288 394Q320 404 352 390', glasses: 'round', frame: INK,
  collar: (s) => s.fill('M232 486Q240 440 264 440L376 440Q402 444 410 486Q320 540 232 486Z', '#6f4a5c').shade('M232 486Q240 440 264 440L376 440Q402 444 410 486Q320 540 232 486Z', '#321f2b', [410, 500, 300, 440], 0.8),
  hair: (s) => { const d = 'M222 280Q204 200 230 150Q262 110 350 108Q440 112 424 280Q420 230 408 206Q382 190 300 180Q262 196 246 220Q228 250 222 280Z'; s.fill(d, '#6b4a33').shade(d, '#3a281d', [440, 230, 310, 130], 0.9).line('M236 168Q300 132 390 146', '#8f6a4b', 6); },
});

export const nare_tovmakyan = () => face(37, {
  ground: '#e9d3ae', sun: [470, 150, 90, '#f8ead0'], dusk: '#c08b64', coat: '#f2ead9', coatShade: '#b3a58a', skin: '#e2b38d', shadow: '#b07a58', blush: '#dd7d62', eye: '#2f221c', brow: '#241a19', browWidth: 11, lips: '#a9453f', jaw: 50, wide: 97, noEars: true,
  behind: (s) => s.fill(poly([[-10, 360], [110, 210], [170, 280], [260, 180], [420, 340], [520, 240], [650, 350], [650, 650], [-10, 650]]), '#8aa5a8').fill(poly([[110, 210], [150, 256], [112, 262], [76, 256]]), PAPER).fill(poly([[520, 240], [562, 276], [520, 286], [480, 280]]), PAPER).fill('M206 270Q196 140 322 120Q448 140 438 270L452 470Q322 560 190 470Z', '#241a1c'),
  scarf: (s) => { const d = 'M216 440Q322 520 428 440Q452 500 430 526Q322 590 212 526Q190 490 216 440Z'; s.fill(d, WARM).shade(d, '#86302a', [440, 560, 300, 470], 0.9).fill('M372 520L440 510L470 640H390Z', WARM).line('M226 486Q322 550 424 486', '#f0a184', 5, 'stroke-dasharray="14 16"'); },
  hair: (s) => { const d = 'M212 330Q186 190 262 144Q340 106 410 152Q456 196 434 336Q432 250 398 216Q352 190 326 166Q300 214 250 232Q222 262 212 330Z'; s.fill(d, '#2b1f20').shade(d, '#5b4240', [230, 150, 330, 220], 0.6); s.line('M440 340Q466 420 448 520', '#241a1c', 34).line('M436 400l26 12M440 440l26 10M438 480l24 8', '#4b3634', 4); },
});

export const davit_lorasyan = () => face(43, {
  ground: '#3d5a66', sun: [190, 200, 140, '#55757e'], dusk: '#1d3442', coat: '#a4633f', coatShade: '#5f3324', skin: '#d9a27a', shadow: '#a06a4c', blush: '#d27b5b', eye: '#2b201b', brow: '#2b2320', browWidth: 14, lips: '#8f4a3c', jaw: 70, wide: 108, mouth: 'M292 400Q320 410 346 396', nose: 'M318 288Q298 338 288 350Q304 372 336 358',
  collar: (s) => s.fill('M252 468L214 494L290 580L322 556ZM390 468L428 494L354 580L322 556Z', '#dfe3d6').fill('M308 560H338L352 640H294Z', INK),
  beard: (s) => s.fill('M256 384Q286 352 318 370Q352 352 386 382Q356 392 318 386Q282 394 256 384Z', '#2b2320'),
  hair: (s) => { for (const k of [-1, 1]) s.fill(`M${322 + k * 112} 300Q${322 + k * 128} 220 ${322 + k * 92} 178Q${322 + k * 98} 230 ${322 + k * 104} 300Z`, '#4a403b'); s.fill(lens(286, 186, 44, 9), '#ecc09a', 'opacity=".8"'); },
});
