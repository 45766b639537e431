export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const MAIN_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const PACKAGE_NAMESPACE = "http://schemas.openxmlformats.org/package/2006";
export const SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
