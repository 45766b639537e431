const PIECE_LENGTH = 128 * 1024;

/** Joins short texts into pieces worth encoding: a hundred thousand rows never stand in memory together. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let piece = "";
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
