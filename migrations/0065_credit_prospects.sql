-- What insurers said of one company, whatever file asked (C20).
create index credit_test_lines_identifier on credit_test_lines (country, identifier, test_id);
