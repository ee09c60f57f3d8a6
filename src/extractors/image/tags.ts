/** Tags of text, by number: TIFF 6.0, Exif 3.0 (CIPA DC-008), and those of Windows and of raw files. */
export const tags: Readonly<Record<number, string | undefined>> = {
  0x010d: "DocumentName",
  0x010e: "ImageDescription",
  0x010f: "Make",
  0x0110: "Model",
  0x011d: "PageName",
  0x0131: "Software",
  0x0132: "DateTime",
  0x013b: "Artist",
  0x013c: "HostComputer",
  0x0151: "TargetPrinter",
  0x8298: "Copyright",
  0x9003: "DateTimeOriginal",
  0x9004: "DateTimeDigitized",
  0x9286: "UserComment",
  0x9c9b: "XPTitle",
  0x9c9c: "XPComment",
  0x9c9d: "XPAuthor",
  0x9c9e: "XPKeywords",
  0x9c9f: "XPSubject",
  0xa430: "CameraOwnerName",
  0xa431: "BodySerialNumber",
  0xa433: "LensMake",
  0xa434: "LensModel",
  0xa435: "LensSerialNumber",
  0xa436: "ImageTitle",
  0xa437: "Photographer",
  0xa438: "ImageEditor",
  0xa439: "CameraFirmware",
  0xa43a: "RAWDevelopingSoftware",
  0xa43b: "ImageEditingSoftware",
  0xa43c: "MetadataEditingSoftware",
  0xa420: "ImageUniqueID",
  0xc614: "UniqueCameraModel",
  0xc62f: "CameraSerialNumber",
  0xc68b: "OriginalRawFileName",
};

/** Of the directory of the position. */
export const positionTags: Readonly<Record<number, string | undefined>> = {
  0x08: "GPSSatellites",
  0x12: "GPSMapDatum",
  0x1b: "GPSProcessingMethod",
  0x1c: "GPSAreaInformation",
  0x1d: "GPSDateStamp",
};

// What leads on.
export const exifDirectory = 0x8769;
export const positionDirectory = 0x8825;
export const subDirectories = 0x014a;
export const interoperability = 0xa005;
export const xmpTag = 0x02bc;
export const iptcTag = 0x83bb;
export const resourcesTag = 0x8649;
export const thumbnailOffset = 0x0201;
export const thumbnailLength = 0x0202;

/** Windows writes them in UTF-16. */
export const firstOfWindows = 0x9c9b;
export const lastOfWindows = 0x9c9f;
