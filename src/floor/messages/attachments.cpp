#include "floor/messages/attachments.hpp"

#include "floor/documents/documents_by_id.hpp"

namespace messages {

std::vector<Attachment> attachments_of(db::Transaction& tx, const documents::Store& files, const Message& message) {
  if (message.attachments.empty()) return {};
  std::vector<documents::DocumentId> ids;
  for (const std::int64_t id : message.attachments) ids.push_back({id});
  const auto found = documents::find_all(tx, ids);
  std::vector<Attachment> attachments;
  for (const auto& id : ids) {
    Attachment& attachment = attachments.emplace_back();  // stays empty when it was purged: the transport says so
    const auto document = found.find(id);
    if (document == found.end()) continue;
    attachment.filename = document->second.filename;
    attachment.media_type = documents::to_text(document->second.type);
    attachment.path = files.path_of(document->second.owner, document->second.sha256);
  }
  return attachments;
}

}  // namespace messages
