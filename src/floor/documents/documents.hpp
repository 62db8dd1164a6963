// Documents (P3): content-addressed per organisation, checked by content, written durably before the row that names
// them.
#pragma once

#include <filesystem>
#include <optional>
#include <semaphore>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "floor/documents/media_type.hpp"
#include "floor/platform/platform.hpp"
#include "web/http.hpp"
#include "web/phrasebook.hpp"

namespace documents {

using DocumentId = base::Id<struct DocumentTag>;

enum class Accept { pdf, image, pdf_or_image };

inline constexpr base::RefusalCode empty_file{base::RefusalKind::invalid, "document.empty"};
inline constexpr base::RefusalCode too_large{base::RefusalKind::too_large, "document.too_large"};
inline constexpr base::RefusalCode not_a_pdf{base::RefusalKind::invalid, "document.not_a_pdf"};
inline constexpr base::RefusalCode not_an_image{base::RefusalKind::invalid, "document.not_an_image"};
inline constexpr base::RefusalCode unsupported_type{base::RefusalKind::invalid, "document.unsupported_type"};
inline constexpr base::RefusalCode encrypted_pdf{base::RefusalKind::invalid, "document.encrypted_pdf"};
inline constexpr base::RefusalCode active_pdf{base::RefusalKind::invalid, "document.active_pdf"};
inline constexpr base::RefusalCode damaged_pdf{base::RefusalKind::invalid, "document.damaged_pdf"};
inline constexpr base::RefusalCode damaged_image{base::RefusalKind::invalid, "document.damaged_image"};
inline constexpr base::RefusalCode too_many_pixels{base::RefusalKind::too_large, "document.too_many_pixels"};
inline constexpr base::RefusalCode not_checked{base::RefusalKind::unavailable, "document.not_checked"};
inline constexpr base::RefusalCode store_full{base::RefusalKind::unavailable, "document.store_full"};

std::span<const web::Sentence> sentences();  // of these codes, in French

// A file that was checked and stands durably in the store; not yet named by any row (a sweep removes orphans).
struct Prepared {
  std::string sha256;  // hex
  MediaType type;
  std::uint64_t size;    // bytes, as stored
  std::string filename;  // cleaned, for showing and downloading
  bool has_thumbnail;
};

// The files: root/<organisation>/<first two digits>/<SHA-256>, and beside it the thumbnail. Thread-safe.
class Store {
 public:
  explicit Store(std::filesystem::path root);  // made when missing; on one file system, shared by all servers

  // Checks (PDF structure with qpdf; images re-encoded without metadata; both in a confined child process) and stores:
  // temporary file -> fsync -> rename -> fsync of the folder. Refusals name `file.field` and the file. Waits while two
  // other files are being checked. main() must have begun with run_confined_child() (confined_child.hpp).
  base::Outcome<Prepared> prepare(identity::OrganisationId owner, const web::UploadedFile& file, Accept accept);

  std::filesystem::path path_of(identity::OrganisationId owner, std::string_view sha256) const;
  std::filesystem::path thumbnail_path_of(identity::OrganisationId owner, std::string_view sha256) const;
  const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path root_;
  std::counting_semaphore<> children_;  // each may use a processor and a gigabyte
};

// Who among the parties of a file may see a document; the desk decides who is which.
struct NewDocument {
  identity::OrganisationId owner;  // who brought it: names its folder in the store
  platform::FileRef file;
  std::string_view subject_kind = {};  // "works.lot"…
  std::int64_t subject_id = 0;
  std::string_view kind;  // "quote", "invoice", "photo", "claim_document"…
};
struct Document {
  DocumentId id;
  identity::OrganisationId owner;
  platform::FileRef file;
  std::string subject_kind;
  std::int64_t subject_id;
  std::string kind;
  std::string filename;
  MediaType type;
  std::uint64_t size;
  std::string sha256;
  bool has_thumbnail;
  base::Instant received;
  identity::AccountId by;
};
DocumentId attach(platform::Act& act, const Prepared& prepared, const NewDocument& document);
std::optional<Document> find(db::Transaction& tx, DocumentId id);
std::vector<Document> of_file(db::Transaction& tx, const platform::FileRef& file);

// The download: attachment, nosniff, private, no-store. Authorisation is the caller's (the desk knows the parties).
web::Response serve(const Store& store, const Document& document);
// For an <img>: the document must have a thumbnail. Kept by the browser of the one who may see it, for an hour.
web::Response serve_thumbnail(const Store& store, const Document& document);

// Each row's file is there and has its hash; each stored file has a row. For `mandat verify`.
struct StoreCheck {
  std::vector<DocumentId> missing, altered;
  std::size_t orphans = 0;
  std::size_t checked = 0;
};
StoreCheck check(db::Transaction& tx, const Store& store);

// Removes files that no row names and that are older than a day by the machine's clock: forms that were refused or
// abandoned after their files had been stored, writes that a crash cut short. The number of documents removed.
std::size_t sweep_orphans(db::Transaction& tx, const Store& store);

}  // namespace documents
