// Every page of every desk, as each person the demonstration lets in: sound HTML, no violation axe can find, nothing that
// the page's own policy refuses, nothing wider than its window on a phone (P18).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, openDemo } from './demo.mjs';
import { Walk } from './crawl.mjs';

let demo;
before(async () => { demo = await openDemo(); }, { timeout: 600_000 });
after(async () => { assert.equal((await demo.close()).code, 0); });

// Who stands at the demonstration's doors, and the pages they lead to.
async function people() {
  const { page } = await demo.visitor();
  await page.goto('/demo');
  const doors = await page.$$eval('form:has(input[name=mail])', (forms) => forms.map((form) => [form.mail.value, form.page?.value]));
  await page.context().close();
  const found = new Map();
  for (const [mail, start] of doors) found.set(mail, [...(found.get(mail) ?? ['/', '/recherche?q=an']), ...(start ? [start] : [])]);
  return found;
}

test('P18: every page that links lead to is sound, can be used by all, and fits its window', { timeout: 600_000 }, async (t) => {
  const doors = await people();
  assert.ok(doors.size >= 8, `${doors.size} doors`);
  const walk = new Walk();
  let signingIn = Promise.resolve();  // one at a time, as P6 has it
  const walkAs = async (who, starts) => {
    const context = await demo.context();
    if (who !== 'visitor') await (signingIn = signingIn.then(async () => enter(await context.newPage(), who)));
    await walk.through(context, starts, who);
    await context.close();
  };
  const waiting = [['visitor', ['/demo', '/', '/calculs/impaye']], ...doors];
  const walkInTurn = async () => { for (let next = waiting.shift(); next; next = waiting.shift()) await walkAs(...next); };
  await Promise.all([walkInTurn(), walkInTurn()]);
  t.diagnostic(`${walk.visited.length} pages`);
  assert.deepEqual(walk.found, []);
  assert.ok(walk.visited.length > 100, `only ${walk.visited.length} pages were found`);
});
