#include "web/upload.hpp"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>
#include <utility>

#include "base/text.hpp"

namespace web {

namespace {

constexpr std::string_view name_prefix = "upload-";

}  // namespace

Upload::~Upload() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Upload::part_begin(MultipartPart part) {
  if (++parts_ > limits_.parts) refusal_ = 413;
  part_ = std::move(part);
  field_.clear();
  field_bytes_ += part_.name.size();
}

void Upload::part_bytes(std::string_view bytes) {
  if (refusal_ != 0) return;
  if (part_.filename) {
    if (descriptor_ < 0) open_file();
    const bool kept = file_.size <= limits_.file_bytes;
    file_.size += bytes.size();
    if (file_.size <= limits_.file_bytes)
      write_file(bytes);
    else if (kept)
      empty_file();
  } else {
    field_bytes_ += bytes.size();
    if (field_bytes_ > limits_.form_bytes) {
      refusal_ = 413;
      return;
    }
    field_.append(bytes);
  }
}

void Upload::part_end() {
  if (refusal_ != 0) return;
  if (!part_.filename) {
    if (field_.find('\0') != std::string::npos || !base::valid_utf8(field_)) {
      refusal_ = 400;
      return;
    }
    request_.form.add(std::move(part_.name), std::exchange(field_, {}));
    return;
  }
  if (descriptor_ < 0) {
    if (part_.filename->empty()) return;  // a file control in which nothing was chosen
    open_file();                          // a file without a byte
  }
  close_file();
  file_.field = std::move(part_.name);
  file_.filename = std::move(*part_.filename);
  file_.content_type = std::move(part_.content_type);
  request_.files.push_back(std::exchange(file_, {}));
}

void Upload::open_file() {
  std::string path = folder_ + "/" + std::string(name_prefix) + "XXXXXX";
  descriptor_ = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "temporary file " + path);
  file_.path = path;
}

void Upload::write_file(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), "temporary file " + file_.path.string());
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

// The rest of the form is still read, so that its page can be shown again with what was typed.
void Upload::empty_file() {
  if (::ftruncate(descriptor_, 0) != 0)
    throw std::system_error(errno, std::generic_category(), "temporary file " + file_.path.string());
}

void Upload::close_file() {
  const int closed = ::close(std::exchange(descriptor_, -1));
  if (closed != 0) throw std::system_error(errno, std::generic_category(), "temporary file " + file_.path.string());
}

void remove_abandoned_uploads(const std::filesystem::path& folder) {
  const auto a_day_ago = std::filesystem::file_time_type::clock::now() - std::chrono::hours(24);
  std::error_code ec;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ec)) {
    if (!entry.path().filename().native().starts_with(name_prefix)) continue;
    const auto written = entry.last_write_time(ec);
    if (!ec && written < a_day_ago) std::filesystem::remove(entry.path(), ec);
  }
}

}  // namespace web
