-- Where a broker last wrote to each insurer: proposed when a test is launched.
create index credit_submissions_last_email on credit_submissions (broker_id, insurer, id) where email <> '';
