// The files that a message takes along.
#pragma once

#include <vector>

#include "floor/documents/documents.hpp"
#include "floor/messages/transport.hpp"

namespace messages {

// In the message's order; one that was purged stands empty: the transport says so.
std::vector<Attachment> attachments_of(db::Transaction& tx, const documents::Store& files, const Message& message);

}  // namespace messages
