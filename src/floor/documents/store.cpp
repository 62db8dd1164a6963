#include <fcntl.h>

#include <system_error>

#include "floor/documents/confined_job.hpp"
#include "floor/documents/document_rules.hpp"
#include "floor/documents/documents.hpp"
#include "floor/documents/durable_file.hpp"
#include "floor/documents/stored_files.hpp"
#include "web/crypto.hpp"

namespace documents {
namespace {

constexpr int children_at_once = 2;

class Turn {
 public:
  explicit Turn(std::counting_semaphore<>& turns) : turns_(turns) { turns_.acquire(); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  ~Turn() { turns_.release(); }

 private:
  std::counting_semaphore<>& turns_;
};

std::optional<base::RefusalCode> objection_to_size(std::string_view bytes) {
  if (bytes.empty()) return empty_file;
  if (static_cast<std::int64_t>(bytes.size()) > most_bytes.value()) return too_large;
  return std::nullopt;
}

std::optional<base::RefusalCode> objection_to_type(std::optional<MediaType> type, Accept accept) {
  switch (accept) {
    case Accept::pdf:
      return type == MediaType::pdf ? std::nullopt : std::optional(not_a_pdf);
    case Accept::image:
      return type && type != MediaType::pdf ? std::nullopt : std::optional(not_an_image);
    case Accept::pdf_or_image:
      break;
  }
  return type ? std::nullopt : std::optional(unsupported_type);
}

std::optional<base::RefusalCode> objection_to(Verdict verdict, MediaType type) {
  switch (verdict) {
    case Verdict::sound:
      return std::nullopt;
    case Verdict::damaged:
      return type == MediaType::pdf ? damaged_pdf : damaged_image;
    case Verdict::encrypted:
      return encrypted_pdf;
    case Verdict::active:
      return active_pdf;
    case Verdict::too_many_pixels:
      return too_many_pixels;
    case Verdict::too_large:
      return too_large;
    case Verdict::store_full:
      return store_full;
    case Verdict::not_checked:
      break;
  }
  return not_checked;
}

// How a refusal names the file, among several.
std::string named(std::string_view filename) {
  return filename.empty() ? std::string("Ce fichier") : "«\u00A0" + std::string(filename) + "\u00A0»";
}

// The bytes that are kept are the bytes that were judged: the check reads our copy.
Verdict take_pdf(std::string_view received, TemporaryFile& content, TemporaryFile& thumbnail) {
  write_all(content.descriptor(), received);
  const Verdict verdict = run_confined(Job::inspect_pdf, {.source = content.descriptor()}, image_limits());
  if (verdict != Verdict::sound) return verdict;
  const JobFiles drawing{.source = content.descriptor(), .output = thumbnail.descriptor()};
  if (run_confined(Job::draw_pdf_page, drawing, image_limits()) != Verdict::sound) thumbnail.clear();
  return Verdict::sound;
}

Verdict take_image(int received, TemporaryFile& content, TemporaryFile& thumbnail) {
  return run_confined(Job::rewrite_image,
                      {.source = received, .output = content.descriptor(), .thumbnail = thumbnail.descriptor()},
                      image_limits());
}

Prepared publish(const Store& store, identity::OrganisationId owner, MediaType type, TemporaryFile& content,
                 TemporaryFile& thumbnail) {
  Prepared prepared{.sha256 = web::hex(web::sha256(MappedFile(content.descriptor()).bytes())),
                    .type = type,
                    .size = content.size(),
                    .filename = {},
                    .has_thumbnail = thumbnail.size() > 0};
  Folder folder(store.root(), folder_of({owner, prepared.sha256}));
  folder.lock_for_publishing();
  if (prepared.has_thumbnail) folder.publish(thumbnail, prepared.sha256 + std::string(thumbnail_ending));
  folder.publish(content, prepared.sha256);
  folder.sync();
  return prepared;
}

}  // namespace

Store::Store(std::filesystem::path root) : root_(std::filesystem::absolute(root)), children_(children_at_once) {
  std::filesystem::create_directories(root_);
  Folder(root_, passing_folder);
}

base::Outcome<Prepared> Store::prepare(identity::OrganisationId owner, const web::UploadedFile& file, Accept accept) {
  const auto refused = [&](base::RefusalCode code) { return base::Refusal{code, file.field, {named(file.filename)}}; };
  if (static_cast<std::int64_t>(file.size) > most_bytes.value()) return refused(too_large);  // no byte of it was kept
  try {
    const Descriptor upload(file.path, O_RDONLY);
    const MappedFile received(upload.number());
    if (const auto code = objection_to_size(received.bytes())) return refused(*code);
    const auto type = media_type_of(received.bytes());
    if (const auto code = objection_to_type(type, accept)) return refused(*code);

    TemporaryFile content(root_ / passing_folder), thumbnail(root_ / passing_folder);
    const Turn turn(children_);
    const Verdict verdict = *type == MediaType::pdf ? take_pdf(received.bytes(), content, thumbnail)
                                                    : take_image(upload.number(), content, thumbnail);
    if (const auto code = objection_to(verdict, *type)) return refused(*code);
    Prepared prepared = publish(*this, owner, *type, content, thumbnail);
    prepared.filename = shown_filename(file.filename, *type);
    return prepared;
  } catch (const std::system_error& failure) {
    if (is_full(failure)) return refused(store_full);
    throw;
  }
}

std::filesystem::path Store::path_of(identity::OrganisationId owner, std::string_view sha256) const {
  return root_ / folder_of({owner, std::string(sha256)}) / sha256;
}

std::filesystem::path Store::thumbnail_path_of(identity::OrganisationId owner, std::string_view sha256) const {
  return path_of(owner, sha256) += thumbnail_ending;
}

}  // namespace documents
