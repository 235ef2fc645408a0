// The sentences that say what this product is for: the one place outside a charter's YAML and the demo's
// content that names whom a charter is about. The engine knows no charter and no group of staff.

export const PRODUCT_PURPOSE =
  'Find out how well your department mentors and advances its Black and minoritised ethnic (BME) ' +
  'staff, against a published charter, and plan what to do next.';
