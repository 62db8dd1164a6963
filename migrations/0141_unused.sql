-- Nothing reads these any more: the text of a PDF is kept beside the paper it was read for, and orders are found by what
-- they settle. Each cost a write.
drop table document_texts;
drop index payment_orders_of_file;
