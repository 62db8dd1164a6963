#include "floor/papers/document_text.hpp"
#include "floor/papers/pdf_text.hpp"

namespace papers {
namespace {

std::optional<std::string> kept(db::Transaction& tx, documents::DocumentId document) {
  return tx.value<std::string>("select content from document_texts where id = :id", {{"id", document}});
}

}  // namespace

void keep_text(platform::Act& act, documents::DocumentId document, std::string_view text) {
  if (kept(act.tx, document)) return;
  act.tx.execute("insert into document_texts (id, content, read_at) values (:id, :text, :now)",
                 {{"id", document}, {"text", text}, {"now", act.now}});
}

std::optional<std::string> text_of(platform::Platform& platform, const documents::Document& document) {
  if (document.type != documents::MediaType::pdf) return std::string();
  auto text = platform.database.read([&](db::Transaction& tx) { return kept(tx, document.id); });
  if (text) return text;
  text = text_of_pdf(platform.documents.path_of(document.owner, document.sha256));
  if (text) platform.act({}, [&](platform::Act& act) { keep_text(act, document.id, *text); });
  return text;
}

}  // namespace papers
