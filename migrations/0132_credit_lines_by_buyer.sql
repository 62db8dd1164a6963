-- A buyer of the list that is compared is found in each test, and one of a test on that list, by country and identifier
-- (C5.newest). Without these SQLite walked through all the lines of the test, or of the list, for each buyer it looked
-- for: twenty-five walks for a part of the matrix, and as many as there are buyers to count the whole.
create index credit_test_lines_buyer on credit_test_lines (test_id, country, identifier, line, asked);
create index credit_cover_lines_buyer on credit_cover_lines (placement_id, country, identifier, line);
