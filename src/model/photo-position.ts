/** What extractors write before the coordinates of a place where a photo was taken, and nobody else writes. */
export const photoPosition = "\x1dphoto position\x1d";
