/** All limits of the API, in one place. */
export const BODY_BYTES_MAX = 1024 * 1024;
export const PAGE_ROWS_MAX = 200;
export const STREAMS_PER_PERSON_MAX = 3;
export const UPLOAD_BYTES_MAX = 20 * 1024 * 1024;
