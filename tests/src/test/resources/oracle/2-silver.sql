-- The latest state of each data set, from what landed. A row that cannot be typed is no row, so the version before it holds.
CREATE SCHEMA silver;

CREATE TABLE silver.orders AS
WITH told AS (
  SELECT
    COALESCE(Op, 'I') AS op,
    CASE WHEN change_seq IS NULL THEN '' ELSE LPAD(LTRIM(change_seq, '0'), 60, '0') END AS sequence,
    whole(order_id) AS order_id, whole(customer_id) AS customer_id, country, currency, status, channel,
    instant(ordered_at) AS ordered_at, instant(updated_at) AS updated_at,
    whole(discount_minor)::HUGEINT AS discount, whole(shipping_minor)::HUGEINT AS shipping
  FROM raw.shop_orders
  -- A full load has no operation and comes before every change.
  WHERE (Op IS NULL AND change_seq IS NULL) OR (Op IN ('I', 'U', 'D') AND regexp_full_match(change_seq, '[0-9]+'))
),
sound AS (
  SELECT *, local_day(ordered_at, country) AS business_date
  FROM told
  WHERE order_id IS NOT NULL
    AND (op = 'D' OR (
      customer_id IS NOT NULL AND currency IN ('UZS', 'KZT', 'AED') AND status IS NOT NULL AND updated_at IS NOT NULL
      AND discount IS NOT NULL AND shipping IS NOT NULL AND local_day(ordered_at, country) IS NOT NULL))
)
SELECT order_id, customer_id, country, currency, status, channel, discount, shipping, business_date
FROM sound
QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY sequence DESC, op = 'D' DESC, updated_at DESC) = 1 AND op <> 'D';

CREATE TABLE silver.order_lines AS
WITH told AS (
  SELECT
    COALESCE(Op, 'I') AS op,
    CASE WHEN change_seq IS NULL THEN '' ELSE LPAD(LTRIM(change_seq, '0'), 60, '0') END AS sequence,
    whole(order_id) AS order_id, whole(line_no) AS line_no, whole(product_id) AS product_id,
    whole(quantity)::HUGEINT AS quantity, whole(unit_price_minor)::HUGEINT AS unit_price,
    whole(discount_minor)::HUGEINT AS discount, whole(tax_minor)::HUGEINT AS tax, instant(updated_at) AS updated_at
  FROM raw.shop_order_lines
  WHERE (Op IS NULL AND change_seq IS NULL) OR (Op IN ('I', 'U', 'D') AND regexp_full_match(change_seq, '[0-9]+'))
),
sound AS (
  SELECT *
  FROM told
  WHERE order_id IS NOT NULL AND line_no IS NOT NULL
    AND (op = 'D' OR (
      product_id IS NOT NULL AND quantity IS NOT NULL AND unit_price IS NOT NULL
      AND discount IS NOT NULL AND tax IS NOT NULL AND updated_at IS NOT NULL))
)
SELECT order_id, line_no, product_id, quantity, unit_price, discount, tax
FROM sound
QUALIFY ROW_NUMBER() OVER (PARTITION BY order_id, line_no ORDER BY sequence DESC, op = 'D' DESC, updated_at DESC) = 1
  AND op <> 'D';

CREATE TABLE silver.payments AS
WITH told AS (
  SELECT
    json ->> 'payment_id' AS payment_id, whole(json ->> 'order_id') AS order_id, json ->> 'method' AS method,
    json ->> 'status' AS status, whole(json ->> 'amount_minor')::HUGEINT AS amount,
    whole(json ->> 'fee_minor')::HUGEINT AS fee, json ->> 'currency' AS currency,
    instant(json ->> 'paid_at') AS paid_at
  FROM raw.gateway_payments
)
SELECT *
FROM told
WHERE payment_id IS NOT NULL AND order_id IS NOT NULL AND method IS NOT NULL AND status IS NOT NULL
  AND amount IS NOT NULL AND fee IS NOT NULL AND currency IS NOT NULL AND paid_at IS NOT NULL
QUALIFY ROW_NUMBER() OVER (
  PARTITION BY payment_id ORDER BY paid_at DESC, order_id, method, status, amount, fee, currency) = 1;

-- A delivery of refunds counts when its manifest proves it: bytes, records and the control total.
CREATE TABLE silver.proven_refunds AS
WITH manifests AS (
  SELECT parse_path(filename)[:-2] AS folder, content::JSON AS manifest FROM raw.backoffice_manifests
),
named AS (
  SELECT
    folder, manifest, UNNEST(json_extract(manifest, '$.files[*]')) ->> 'name' AS name,
    UNNEST(json_extract(manifest, '$.files[*]')) ->> 'sha256' AS sha256
  FROM manifests
),
landed AS (
  SELECT
    parse_path(filename)[:-2] AS folder, parse_filename(filename) AS name, filename, sha256(content) AS sha256,
    (SELECT COUNT(*) - 1 FROM UNNEST(STRING_SPLIT(decode(content), CHR(10))) AS l(line) WHERE LENGTH(TRIM(line, CHR(13))) > 0) AS records
  FROM raw.backoffice_files
),
totals AS (
  SELECT filename, SUM(cents(amount)) AS amount FROM raw.backoffice_refunds GROUP BY filename
),
checked AS (
  SELECT
    n.folder, n.manifest, l.filename, l.records, COALESCE(t.amount, 0) AS amount,
    COALESCE(n.sha256 = l.sha256, n.sha256 IS NULL AND l.sha256 IS NOT NULL) AS same
  FROM named AS n
  LEFT JOIN landed AS l ON l.folder = n.folder AND l.name = n.name
  LEFT JOIN totals AS t ON t.filename = l.filename
),
proven AS (
  SELECT folder
  FROM checked
  GROUP BY folder, manifest
  HAVING BOOL_AND(same)
    AND COALESCE(SUM(records) = whole(manifest ->> '$.rows'), manifest ->> '$.rows' IS NULL)
    AND COALESCE(SUM(amount) = cents(manifest ->> '$.totals.amount'), manifest ->> '$.totals.amount' IS NULL)
)
SELECT c.filename FROM checked AS c SEMI JOIN proven AS p ON p.folder = c.folder;

CREATE TABLE silver.refunds AS
WITH told AS (
  SELECT
    filename, refund_id, whole(order_id) AS order_id, cents(amount) AS amount, currency,
    instant(booked_at) AS booked_at, local_day(instant(booked_at), currency) AS business_date
  FROM raw.backoffice_refunds
  SEMI JOIN silver.proven_refunds USING (filename)
)
SELECT refund_id, order_id, amount, currency, business_date
FROM told
WHERE refund_id IS NOT NULL AND order_id IS NOT NULL AND amount IS NOT NULL AND business_date IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY refund_id ORDER BY booked_at DESC, filename DESC, order_id, amount) = 1;

CREATE TABLE silver.deliveries AS
WITH told AS (
  SELECT
    json ->> 'op' AS op, json -> 'before' AS before,
    CASE WHEN json ->> 'op' = 'd' THEN json -> 'before' ELSE json -> 'after' END AS parcel,
    COALESCE(whole(json ->> '$.source.lsn'), -1) AS sequence
  FROM raw.courier_deliveries
  WHERE json ->> '$.source.table' = 'deliveries' AND json ->> 'op' IN ('c', 'r', 'u', 'd')
    AND (json ->> '$.source.lsn' IS NOT NULL OR json ->> 'op' = 'r')
),
-- Under the old key nothing is there any more.
statements AS (
  SELECT op, parcel, sequence FROM told
  UNION ALL
  SELECT 'd', before, sequence FROM told WHERE op = 'u' AND before ->> 'delivery_id' <> parcel ->> 'delivery_id'
),
typed AS (
  SELECT
    op, sequence, parcel ->> 'delivery_id' AS delivery_id, whole(parcel ->> 'order_id') AS order_id,
    cents(parcel ->> 'cost') AS cost, parcel ->> 'currency' AS currency, instant(parcel ->> 'updated_at') AS updated_at,
    parcel ->> 'courier' IS NOT NULL AND parcel ->> 'status' IS NOT NULL
      AND instant(parcel ->> 'promised_at') IS NOT NULL
      AND (parcel ->> 'delivered_at' IS NULL OR instant(parcel ->> 'delivered_at') IS NOT NULL) AS complete
  FROM statements
)
SELECT delivery_id, order_id, cost, currency
FROM typed
WHERE delivery_id IS NOT NULL
  AND (op = 'd' OR (order_id IS NOT NULL AND cost >= 0 AND currency IS NOT NULL AND updated_at IS NOT NULL AND complete))
QUALIFY ROW_NUMBER() OVER (PARTITION BY delivery_id ORDER BY sequence DESC, op = 'd' DESC, updated_at DESC) = 1
  AND op <> 'd';

-- Every list of the catalogue, not only the latest one: a mart asks for the one of a day.
CREATE TABLE silver.product_lists AS
WITH told AS (
  SELECT dt AS list_day, whole(product_id) AS product_id, category, ten_thousandths(unit_cost_usd) AS unit_cost
  FROM raw.catalogue_products
)
SELECT *
FROM told
WHERE product_id IS NOT NULL AND category IS NOT NULL AND unit_cost IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY list_day, product_id ORDER BY category, unit_cost) = 1;

CREATE TABLE silver.fx_rates AS
WITH told AS (
  SELECT
    calendar_day(rate_date) AS rate_date, currency, millionths(units_per_usd) AS units_per_usd,
    instant(published_at) AS published_at
  FROM raw.banks_fx_rates
)
SELECT rate_date, currency, units_per_usd
FROM told
WHERE rate_date IS NOT NULL AND currency IS NOT NULL AND units_per_usd IS NOT NULL AND published_at IS NOT NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY rate_date, currency ORDER BY published_at DESC, units_per_usd) = 1;

CREATE TABLE silver.customers AS
WITH sound AS (
  SELECT dt AS list_day, customer_id, country, city, consent
  FROM raw.shop_customers
  WHERE customer_id IS NOT NULL AND country IS NOT NULL AND city IS NOT NULL AND consent IS NOT NULL
    AND created_at IS NOT NULL AND (email IS NULL OR email LIKE '_%@_%')
)
SELECT customer_id, country, city, consent
FROM sound
WHERE list_day = (SELECT MAX(list_day) FROM sound)
QUALIFY ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY country, city, consent) = 1;

CREATE TABLE silver.crm_contacts AS
WITH told AS (
  SELECT
    dt AS list_day, ContactID AS contact_id, whole("Customer-No") AS customer_id,
    "Consent:E-Mail" IN ('yes', 'Да') AS consent_email, "Consent:Phone" = '1' AS consent_phone,
    whole("#Tickets") AS open_tickets,
    "Consent:E-Mail" IN ('yes', 'Да', 'no', 'Нет') AND "Consent:Phone" IN ('0', '1')
      AND ("Customer-No" IS NULL OR whole("Customer-No") IS NOT NULL)
      AND ("E-Mail" IS NULL OR "E-Mail" LIKE '_%@_%')
      AND ("Last-Contact" IS NULL OR calendar_day("Last-Contact") IS NOT NULL) AS sound
  FROM raw.crm_contacts
),
sound AS (
  SELECT * FROM told WHERE contact_id IS NOT NULL AND sound AND open_tickets IS NOT NULL
)
SELECT contact_id, customer_id, consent_email, consent_phone, open_tickets
FROM sound
WHERE list_day = (SELECT MAX(list_day) FROM sound)
QUALIFY ROW_NUMBER() OVER (PARTITION BY contact_id ORDER BY customer_id, open_tickets) = 1;

-- A copy within three days of the one before it is the same event; the first one counts.
CREATE TABLE silver.click_events AS
WITH told AS (
  SELECT
    json ->> 'event_id' AS event_id, json ->> 'session_id' AS session_id, json ->> 'customer_id' AS customer,
    json ->> 'event' AS event, json ->> 'country' AS country, json ->> 'product_id' AS product,
    instant(json ->> 'occurred_at') AS occurred_at
  FROM raw.app_click_events
),
sound AS (
  SELECT event_id, whole(customer) AS customer_id, occurred_at
  FROM told
  WHERE event_id IS NOT NULL AND session_id IS NOT NULL AND country IS NOT NULL AND occurred_at IS NOT NULL
    AND event IN ('search', 'view', 'cart', 'checkout', 'purchase')
    AND (customer IS NULL OR whole(customer) IS NOT NULL) AND (product IS NULL OR whole(product) IS NOT NULL)
)
SELECT event_id, customer_id, occurred_at
FROM sound
QUALIFY COALESCE(
  occurred_at - LAG(occurred_at) OVER (PARTITION BY event_id ORDER BY occurred_at, customer_id) > INTERVAL 3 DAY, TRUE);
