// GET /documents/{}: the file itself, for those whom its desk lets see it; for others it does not exist (P2, P3).
#include <algorithm>

#include "floor/documents/documents.hpp"
#include "floor/documents/pages.hpp"
#include "floor/visit/page.hpp"

namespace documents {
namespace {

// An organisation sees what it brought; what others brought, as the desk of the file says.
bool may_see(db::Transaction& tx, const visit::Visit& visit, const Document& document) {
  if (document.owner == visit.actor().organisation) return true;
  const auto& rules = visit.site.document_rules;
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const visit::DocumentRule& candidate) {
    return candidate.file_kind == document.file.kind;
  });
  return rule != rules.end() && rule->may_see(tx, document, visit.actor());
}

std::optional<Document> visible(const visit::Visit& visit) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    auto document = find(tx, DocumentId{visit.id()});
    if (document && !may_see(tx, visit, *document)) document.reset();
    return document;
  });
}

}  // namespace

web::Response get_document(visit::Visit& visit) {
  const auto document = visible(visit);
  return document ? serve(visit.platform.documents, *document) : visit::not_found(visit);
}

web::Response get_thumbnail(visit::Visit& visit) {
  const auto document = visible(visit);
  if (!document || !document->has_thumbnail) return visit::not_found(visit);
  return serve_thumbnail(visit.platform.documents, *document);
}

}  // namespace documents
