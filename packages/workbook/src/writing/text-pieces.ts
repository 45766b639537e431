const PIECE_LENGTH = 128 * 1024;

/** Joins short texts into larger pieces for encoding. A hundred thousand rows are never in memory together. */
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
