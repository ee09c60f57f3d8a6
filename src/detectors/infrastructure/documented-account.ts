/**
 * Accounts of Amazon Web Services that are nobody's, as its manuals have them, and those of Amazon and others that give out images to everybody.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 * https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html
 */
export function isDocumentedAccount(digits: string): boolean {
  return new Set(digits).size <= 4 || rows.test(digits) || published.has(digits);
}

/** 123456789012, 223456789012, 210987654321, 111122223333: people write figures in a row. */
const rows =
  /0123456|1234567|2345678|3456789|4567890|7654321|8765432|9876543|^(?:(\d)\1{3}){1,3}|^1234|^112233|(\d)\2{5}/;

const published = new Set([
  "602401143452", // images of EKS
  "763104351884", // images for deep learning
  "099720109477", // Ubuntu
  "137112412989", // Amazon Linux
  "136693071363", // Debian
  "125523088429", // Fedora, CentOS
  "309956199498", // Red Hat
  "801119661308", // Windows
  "679593333241", // the marketplace
  "013907871322", // SUSE
  "591542846629", // images of ECS
  "127311923021", // load balancers' logs, us-east-1
  "054676820928", // the same, eu-central-1
  "156460612806", // the same, eu-west-1
  "797873946194", // the same, us-west-2
  "464622532012", // Datadog
  "900854079004", // FSx
  "877085696533", // EKS, Africa
  "918309763551", // EKS, China
  "684062674729", // SageMaker
  "895741380848", // SageMaker
  "048961136409", // CIS
  "216940486088", // GitHub's runners
]);
