// The names of the store's folders and files, for those who walk it.
#pragma once

#include <functional>
#include <string_view>

#include "floor/documents/documents.hpp"

namespace documents {

inline constexpr std::string_view passing_folder = "tmp";  // below the root: files being written
inline constexpr std::string_view thumbnail_ending = ".thumb.jpg";

struct StoredFile {
  identity::OrganisationId owner;
  std::string sha256;

  friend bool operator==(const StoredFile&, const StoredFile&) = default;
};
std::filesystem::path folder_of(const StoredFile& file);  // relative to the root

// Every document in the store, folder by folder; not the thumbnails.
void each_stored_file(const Store& store, const std::function<void(const StoredFile&)>& see);

// document_store.cpp
bool is_named(db::Transaction& tx, const StoredFile& file);
struct NamedFile {
  DocumentId document;
  StoredFile file;
};
// Every row; those of one file follow each other.
void each_named_file(db::Transaction& tx, const std::function<void(const NamedFile&)>& see);

}  // namespace documents
