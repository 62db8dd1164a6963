// The texts of documents, each read once and kept (migration 0013).
#pragma once

#include <optional>
#include <string>

#include "floor/documents/documents.hpp"

namespace papers {

// What is kept, else what is read now, then kept; empty for a scan and for what is no PDF. Null when it could not be
// read this time. The caller has checked that the person may see the document. Pace::waits.
std::optional<std::string> text_of(platform::Platform& platform, const documents::Document& document);

// In an act that attaches a document whose text was just read.
void keep_text(platform::Act& act, documents::DocumentId document, std::string_view text);

}  // namespace papers
