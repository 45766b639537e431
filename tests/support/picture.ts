import type { Browser, Locator, Page } from "playwright-core";

/** What is on the screen, in grey as paper shows it: the brightness of each pixel, 0 to 255, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly greys: readonly number[] };

/** Takes pictures. Another page of the same browser decodes them, so that the pictured page stays as it is. */
export async function photographer(browser: Browser): Promise<(of: Locator) => Promise<Picture>> {
  const decoder = await browser.newPage();
  return async (of) => decoded(decoder, (await of.screenshot()).toString("base64"));
}

/** How far two pictures are apart: the mean difference of their pixels, 0 to 255. */
export function distanceOf(one: Picture, other: Picture): number {
  const width = Math.min(one.width, other.width);
  const height = Math.min(one.height, other.height);
  let sum = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) sum += Math.abs(greyAt(one, x, y) - greyAt(other, x, y));
  return sum / (width * height);
}

/** The difference between the brightest and the darkest pixel: 0 for a surface with nothing on it. */
export function contrastOf({ greys }: Picture): number {
  const [darkest, brightest] = greys.reduce(
    ([low, high], grey) => [Math.min(low, grey), Math.max(high, grey)],
    [255, 0],
  );
  return brightest - darkest;
}

function greyAt({ width, greys }: Picture, x: number, y: number): number {
  return greys[y * width + x] ?? 0;
}

async function decoded(decoder: Page, png: string): Promise<Picture> {
  return decoder.evaluate<Picture>(`(async () => {
    const answer = await fetch("data:image/png;base64,${png}");
    const image = await createImageBitmap(await answer.blob());
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, width, height);
    const greys = [];
    for (let at = 0; at < data.length; at += 4)
      greys.push(Math.round(0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2]));
    return { width, height, greys };
  })()`);
}
