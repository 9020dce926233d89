// Draws the pictures of the demonstration: `node draw.mjs [NAME…]`. Needs Chromium, which turns SVG into WebP.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as water from './water.mjs';
import * as land from './land.mjs';
import * as rooms from './rooms.mjs';
import * as faces from './faces.mjs';
import * as shore from './shore.mjs';

const LIMIT = 69_000;
const work = mkdtempSync(join(tmpdir(), 'pictures-'));
const all = { ...water, ...land, ...rooms, ...shore, ...faces };
const asked = process.argv.slice(2);

for (const [key, make] of Object.entries(all)) {
  const name = key.replaceAll('_', '-');
  if (asked.length && !asked.includes(name)) continue;
  const sheet = make();
  const page = `<img src="data:image/svg+xml;base64,${Buffer.from(sheet.svg()).toString('base64')}"><pre></pre><script>onload=()=>{
const c=document.createElement('canvas');c.width=${sheet.w};c.height=${sheet.h};const x=c.getContext('2d');x.filter='blur(0.7px)';x.drawImage(document.images[0],0,0,c.width,c.height);
let q=0.86,u;do{u=c.toDataURL('image/webp',q);q-=0.03}while(u.length*0.75>${LIMIT}&&q>0.2);document.querySelector('pre').textContent='<'+(q+0.03).toFixed(2)+' '+u.split(',')[1]+'>'}</script>`;
  const file = join(work, `${name}.html`);
  writeFileSync(file, page);
  const dom = execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--force-device-scale-factor=1', '--dump-dom', `file://${file}`], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  const [, quality, data] = dom.match(/&lt;(\S+) (\S+?)&gt;/);
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(new URL(`../${name}.webp`, import.meta.url), bytes);
  console.log(`${name}.webp ${bytes.length} bytes, quality ${quality}`);
}
