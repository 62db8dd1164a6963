-- What PDFs say, read once by pdftotext in a confined child (W22, P3): amounts are proposed from it.

-- owner: floor/papers
create table document_texts (
  id      BIGINT primary key references documents (id),
  content TEXT   not null,   -- '' when it holds none: a scan
  read_at BIGINT not null
);
