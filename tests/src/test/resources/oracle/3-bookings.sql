-- What finance counts, down to the line, in whole cents. An amount in another currency than its order's is not known.
CREATE TABLE silver.bookings AS
WITH captured AS (
  SELECT
    p.order_id, total(CASE WHEN p.currency = o.currency THEN p.fee END) AS fees,
    FIRST(p.method ORDER BY p.paid_at, p.payment_id) AS method
  FROM silver.payments AS p
  JOIN silver.orders AS o ON o.order_id = p.order_id
  WHERE p.status = 'captured'
  GROUP BY p.order_id
),
parcels AS (
  SELECT d.order_id, total(CASE WHEN d.currency = o.currency THEN d.cost END) AS cost
  FROM silver.deliveries AS d
  JOIN silver.orders AS o ON o.order_id = d.order_id
  GROUP BY d.order_id
),
-- The newest list on or before each day.
list_of_day AS (
  SELECT d.business_date, MAX(l.list_day) AS list_day
  FROM (SELECT DISTINCT business_date FROM silver.orders) AS d
  JOIN (SELECT DISTINCT list_day FROM silver.product_lists) AS l ON l.list_day <= d.business_date
  GROUP BY d.business_date
),
lines AS (
  SELECT
    o.order_id, o.business_date, o.customer_id, o.country, o.currency, o.channel, c.method, l.line_no, l.product_id,
    p.category, p.unit_cost, l.quantity, l.quantity * l.unit_price AS gross, l.discount, l.tax,
    o.discount AS order_discount, o.shipping, c.fees, CASE WHEN d.order_id IS NULL THEN 0 ELSE d.cost END AS delivery_cost,
    SUM(l.quantity * l.unit_price) OVER (PARTITION BY o.order_id) AS gross_of_order,
    ROW_NUMBER() OVER (PARTITION BY o.order_id ORDER BY l.quantity * l.unit_price DESC, l.line_no) = 1 AS takes_the_rest
  FROM silver.orders AS o
  JOIN captured AS c ON c.order_id = o.order_id
  JOIN silver.order_lines AS l ON l.order_id = o.order_id
  LEFT JOIN parcels AS d ON d.order_id = o.order_id
  LEFT JOIN list_of_day AS y ON y.business_date = o.business_date
  LEFT JOIN silver.product_lists AS p ON p.list_day = y.list_day AND p.product_id = l.product_id
),
entries AS (
  SELECT
    business_date, 'sale' AS entry, CAST(order_id AS VARCHAR) AS entry_id, line_no, order_id, customer_id, country,
    currency, category, channel, method, product_id, quantity, gross AS gross_sales, discount AS own_discount, tax,
    order_discount, shipping, 0::HUGEINT AS refund, delivery_cost, fees, quantity * unit_cost AS cost_usd,
    gross, gross_of_order, takes_the_rest
  FROM lines
  UNION ALL
  SELECT
    r.business_date, 'refund', r.refund_id, l.line_no, l.order_id, l.customer_id, l.country,
    l.currency, l.category, l.channel, l.method, l.product_id, 0, 0, 0, 0,
    0, 0, CASE WHEN r.currency = l.currency THEN r.amount END, 0, 0, 0,
    l.gross, l.gross_of_order, l.takes_the_rest
  FROM silver.refunds AS r
  JOIN lines AS l ON l.order_id = r.order_id
  UNION ALL
  SELECT
    r.business_date, 'refund', r.refund_id, 0, r.order_id, NULL, country_of(r.currency),
    r.currency, 'unassigned', NULL, NULL, NULL, 0, 0, 0, 0,
    0, 0, r.amount, 0, 0, 0,
    0, 0, TRUE
  FROM silver.refunds AS r
  ANTI JOIN lines AS l ON l.order_id = r.order_id
),
shared AS (
  SELECT
    *,
    part(order_discount, gross, gross_of_order) AS discount_part, part(shipping, gross, gross_of_order) AS shipping_part,
    part(refund, gross, gross_of_order) AS refund_part, part(delivery_cost, gross, gross_of_order) AS delivery_part,
    part(fees, gross, gross_of_order) AS fees_part
  FROM entries
),
booked AS (
  SELECT
    business_date, entry, entry_id, line_no, order_id, customer_id, country, currency, category, channel, method,
    product_id, quantity, gross_sales, tax, cost_usd,
    own_discount + discount_part
      + CASE WHEN takes_the_rest THEN order_discount - SUM(discount_part) OVER one_entry ELSE 0 END AS discounts,
    shipping_part + CASE WHEN takes_the_rest THEN shipping - SUM(shipping_part) OVER one_entry ELSE 0 END AS shipping_income,
    refund_part + CASE WHEN takes_the_rest THEN refund - SUM(refund_part) OVER one_entry ELSE 0 END AS refunds,
    delivery_part
      + CASE WHEN takes_the_rest THEN delivery_cost - SUM(delivery_part) OVER one_entry ELSE 0 END AS delivery_cost,
    fees_part + CASE WHEN takes_the_rest THEN fees - SUM(fees_part) OVER one_entry ELSE 0 END AS payment_fees
  FROM shared
  WINDOW one_entry AS (PARTITION BY entry, entry_id)
),
rate_of_day AS (
  SELECT b.business_date, b.currency, ARG_MAX(r.units_per_usd, r.rate_date) AS units_per_usd
  FROM (SELECT DISTINCT business_date, currency FROM booked) AS b
  JOIN silver.fx_rates AS r
    ON r.currency = b.currency AND r.rate_date <= b.business_date AND r.rate_date >= b.business_date - 7
  GROUP BY b.business_date, b.currency
)
SELECT b.*, r.units_per_usd
FROM booked AS b
LEFT JOIN rate_of_day AS r ON r.business_date = b.business_date AND r.currency = b.currency;
