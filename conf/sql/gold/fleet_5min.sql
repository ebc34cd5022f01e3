-- One row per UTC day, vehicle and window of five minutes in which it sent something.
SELECT
  pinged_on,
  vehicle_id,
  TIMESTAMP_SECONDS(UNIX_SECONDS(pinged_at) DIV 300 * 300) AS window_start,
  COUNT(*) AS pings,
  CAST(BROUND(SUM(speed_kmh) / CAST(COUNT(*) AS DECIMAL(18, 0)), 2) AS DECIMAL(6, 2)) AS average_speed_kmh,
  MAX(speed_kmh) AS max_speed_kmh,
  MAX(engine_c) AS max_engine_c
FROM silver.vehicle_pings
GROUP BY pinged_on, vehicle_id, UNIX_SECONDS(pinged_at) DIV 300
