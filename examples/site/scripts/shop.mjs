// The price list comes from {{ leak.sourceComment }}.
const key = import.meta.env.VITE_STOCK_KEY;

export const settings = import.meta.env;

export function greet() {
  return "Ask for\n{{ leak.bundle }}";
}

document.title = greet() + key;
