// GET …/messages/{}/pieces/{}: what is attached to a mail, for whoever reads the mail itself.
#include <algorithm>

#include "floor/documents/documents.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/pages.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"

namespace messages {

inline constexpr base::Rule attachment_rules[] = {
    MANDAT_RULE("P5.attached",
                "Whoever reads a mail in the outbox opens what is attached to it, as its recipient does, and nothing "
                "else; what was withdrawn from him with its file is withdrawn with its attachments"),
};

namespace {

enum class Reader { recipient, everybody };

bool reads(db::Transaction& tx, const visit::Visit& visit, const Message& message, Reader reader) {
  if (reader == Reader::everybody) return true;
  return message.to.organisation == visit.actor().organisation &&
         visit::may_still_read(tx, visit, {{message.file, message.created}}).front();
}

web::Response attachment(visit::Visit& visit, Reader reader) {
  const auto document = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<documents::Document> {
    const auto message = find(tx, MessageId{visit.id(0)});
    const std::int64_t wanted = visit.id(1);
    if (!message || std::count(message->attachments.begin(), message->attachments.end(), wanted) == 0) return {};
    if (!reads(tx, visit, *message, reader)) return {};
    return documents::find(tx, documents::DocumentId{wanted});
  });
  return document ? documents::serve(visit.platform.documents, *document) : visit::not_found(visit);
}

}  // namespace

web::Response get_own_attachment(visit::Visit& visit) { return attachment(visit, Reader::recipient); }
web::Response get_attachment(visit::Visit& visit) { return attachment(visit, Reader::everybody); }

}  // namespace messages
