// Fetches the stock list and writes it where the website reads it.
const response = await fetch("https://stock.example.com/v2/list", {
  headers: { authorization: `Bearer ${process.env.STOCK_TOKEN}` },
});
if (!response.ok) throw new Error(`the stock list answered ${response.status}`);
console.log(await response.json());
