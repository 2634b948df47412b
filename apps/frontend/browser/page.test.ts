import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

/** Where the application runs, what runs the page, and a picture of a 5. */
const { FRONTEND_URL = 'http://127.0.0.1:3000', CHROMIUM = '/usr/bin/chromium', PICTURE = '' } = process.env;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});

afterAll(() => browser.close());

afterEach(() => {
  expect(complaints).toEqual([]);
  complaints = [];
});

async function opened(options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ bypassCSP: true, ...options });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.goto(FRONTEND_URL);
  return page;
}

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; impact: string }[]>('axe.run().then((r) => r.violations)');
  return found.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id }) => id);
}

test('a drawn 1 is PET, and the path of the request is shown', async () => {
  // With the policy of the page in force.
  const page = await opened({ bypassCSP: false });
  const box = await page.locator('canvas').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 140, (box?.y ?? 0) + 50];
  await page.mouse.move(x - 50, y + 45);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await page.mouse.move(x, y + 180, { steps: 10 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Read the drawing' }).click();
  await page.getByText('PET').first().waitFor();
  const path = await page.locator('.path li').allTextContents();
  expect(path.map((name) => name.replace(/-(stable|canary)$/, ''))).toEqual(['frontend', 'backend', 'ml']);
  await page.close();
});

test('an upload is read, and answers are counted', async () => {
  const page = await opened();
  await page.setInputFiles('#image', PICTURE);
  await page.getByRole('button', { name: 'Read the picture' }).click();
  await page.locator('.verdict', { hasText: 'PP' }).waitFor();
  const counts = await page.locator('tbody tr').first().locator('td').allTextContents();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  await page.close();
});

test('the switch pins what is asked next to the canary', async () => {
  const page = await opened();
  await page.getByRole('switch', { name: /x-canary/ }).check();
  const request = await page.waitForRequest((each) => each.headers()['x-canary'] === 'true');
  expect(new URL(request.url()).pathname).toBe('/api/path');
  await page.close();
});

test('the upload works without JavaScript', async () => {
  const page = await opened({ javaScriptEnabled: false });
  expect(await page.locator('canvas').isVisible()).toBe(false);
  await page.setInputFiles('#image', PICTURE);
  await page.getByRole('button', { name: 'Read the picture' }).click();
  await page.locator('.verdict', { hasText: 'PP' }).waitFor();
  await page.close();
});

test.each(['light', 'dark'] as const)('nobody is shut out when it is %s', async (colorScheme) => {
  const page = await opened({ colorScheme });
  await page.setInputFiles('#image', PICTURE);
  await page.getByRole('button', { name: 'Read the picture' }).click();
  await page.locator('.verdict').waitFor();
  expect(await faults(page)).toEqual([]);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: `${process.env.SCREENSHOTS}/${colorScheme}.png`, fullPage: true });
  }
  await page.close();
});
