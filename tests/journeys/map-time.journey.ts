import { bars, feed, mapFigure, openExplore, peruAddress, timeline } from './explore-screen.ts';
import { expect, test } from './product.ts';

const choice = (page: Parameters<typeof mapFigure>[0], name: string) =>
  mapFigure(page).getByRole('radio', { name, exact: true });

test('density says what one shade means, and its places open like cells', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE');
  await choice(page, 'Density').click();
  await expect(page).toHaveURL(/mode=density/);
  await expect(mapFigure(page).getByText(/^Events per square, about \d+ km wide$/)).toBeVisible();
  await expect(mapFigure(page).getByText(/Squares about \d+ km wide, not smoothed\./)).toBeVisible();
  await mapFigure(page).getByRole('application').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/cell=/);
});

test('rates name their denominator, and say why regions have none', async ({ page }) => {
  await openExplore(page, '/?v=1&mode=regions');
  await mapFigure(page).getByRole('radio', { name: 'Countries, per 100,000 people' }).click();
  await expect(page).toHaveURL(/mode=rates/);
  await expect(mapFigure(page).getByText(/population of \d{4}, World Bank/)).toBeVisible();
  await expect(mapFigure(page).getByText(/no source here publishes the population of regions/)).toBeVisible();
  await mapFigure(page).getByRole('button', { name: 'Table' }).click();
  await expect(mapFigure(page).getByRole('columnheader', { name: /^Population, \d{4}/ })).toBeVisible();
});

test('from close by a map that was left to choose shows single events; a choice stays', async ({ page }) => {
  await openExplore(page, `${peruAddress}&map=-12.2,-74.3,8.2`);
  await expect(choice(page, 'Events')).toBeChecked();
  await choice(page, 'Cells').click();
  await expect(page).toHaveURL(/mode=cells/);
  await expect(choice(page, 'Cells')).toBeChecked();
});

test('a region’s symbol counts what its list holds, and marks it in the feed', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE&mode=events&prec=4&from=2024-01-01');
  await mapFigure(page).getByRole('application').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(feed(page).locator('[data-marked="true"]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /^\d+ events?: / });
  const counted = Number.parseInt(await dialog.getByRole('heading').first().innerText(), 10);
  expect(counted).toBeGreaterThan(0);
  await expect(dialog.getByRole('article')).toHaveCount(counted);
});

test('where nothing matches the map beneath still moves, so that one may go back', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE&type=seizure&from=1971-01-01&to=1971-12-31');
  await expect(mapFigure(page).getByText('No events match')).toBeVisible();
  await mapFigure(page).getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/map=/);
  await mapFigure(page)
    .getByRole('button', { name: /^Remove / })
    .first()
    .click();
  await expect(mapFigure(page).getByText('No events match')).toBeHidden();
});

test('the timeline stacks: in the address, by keys, zoomed and stepped like the lanes', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE,CO');
  await timeline(page).getByRole('radio', { name: 'Stacked' }).click();
  await expect(page).toHaveURL(/time=stacked/);
  await bars(page).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(
    timeline(page)
      .getByRole('tooltip')
      .getByText(/in all$/),
  ).toBeVisible();
  await timeline(page).getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/axis=/);
  await timeline(page).getByRole('button', { name: 'Step the dates forward' }).click();
  await expect(page).toHaveURL(/from=/);
});

test('on paper map and timeline stand alone, without their controls', async ({ page }) => {
  await openExplore(page, '/?v=1&c=PE');
  await page.emulateMedia({ media: 'print' });
  await expect(mapFigure(page)).toBeVisible();
  await expect(timeline(page)).toBeVisible();
  await expect(choice(page, 'Cells')).toBeHidden();
  await expect(timeline(page).getByRole('slider').first()).toBeHidden();
  await expect(page.getByRole('feed')).toBeHidden();
});

test('a window resized before the page is first touched never shows an empty map', async ({ page }) => {
  await openExplore(page);
  const painted = () =>
    page.evaluate(async () => {
      const canvas = document.querySelector<HTMLCanvasElement>('#map canvas')!;
      const seen: boolean[] = [];
      const until = performance.now() + 600;
      while (performance.now() < until) {
        const { data } = canvas.getContext('2d')!.getImageData(canvas.width / 2, 0, 1, canvas.height);
        seen.push(data.some((value) => value > 0));
        await new Promise(requestAnimationFrame);
      }
      return seen.every(Boolean);
    });
  await page.locator('#map canvas').waitFor();
  await expect.poll(painted).toBe(true);
  await page.setViewportSize({ width: 1200, height: 800 });
  expect(await painted()).toBe(true);
});
