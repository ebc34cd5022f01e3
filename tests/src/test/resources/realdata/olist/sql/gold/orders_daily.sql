-- One row per day of purchase. Payments are summed up per order before the join, so that an order counts once.
WITH paid AS (
  SELECT
    order_id,
    COUNT(*) AS payment_rows,
    SUM(value) AS payment_value,
    SUM(value) FILTER (WHERE kind = 'credit_card') AS credit_card,
    SUM(value) FILTER (WHERE kind = 'boleto') AS boleto,
    SUM(value) FILTER (WHERE kind = 'voucher') AS voucher,
    SUM(value) FILTER (WHERE kind = 'debit_card') AS debit_card
  FROM silver.payments
  GROUP BY order_id
)
SELECT
  o.purchase_day,
  COUNT(*) AS orders,
  COUNT_IF(o.status = 'delivered') AS delivered,
  COUNT_IF(o.status = 'canceled') AS canceled,
  COALESCE(SUM(p.payment_rows), 0) AS payment_rows,
  CAST(COALESCE(SUM(p.payment_value), 0) AS decimal(18, 2)) AS payment_value,
  CAST(COALESCE(SUM(p.credit_card), 0) AS decimal(18, 2)) AS credit_card,
  CAST(COALESCE(SUM(p.boleto), 0) AS decimal(18, 2)) AS boleto,
  CAST(COALESCE(SUM(p.voucher), 0) AS decimal(18, 2)) AS voucher,
  CAST(COALESCE(SUM(p.debit_card), 0) AS decimal(18, 2)) AS debit_card
FROM silver.orders AS o
LEFT JOIN paid AS p ON p.order_id = o.order_id
GROUP BY o.purchase_day
