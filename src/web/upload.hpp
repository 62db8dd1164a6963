// What the parts of a multipart form become: fields of the request, and files written to the temporary folder.
#pragma once

#include <filesystem>
#include <string>

#include "web/http.hpp"
#include "web/kernel.hpp"
#include "web/multipart.hpp"

namespace web {

// Called on a worker: it writes to the disk. A full disk is a std::system_error.
class Upload final : public MultipartSink {
 public:
  Upload(Request& request, const std::string& folder, const KernelLimits& limits)
      : request_(request), folder_(folder), limits_(limits) {}
  ~Upload() override;

  void part_begin(MultipartPart part) override;
  void part_bytes(std::string_view bytes) override;
  void part_end() override;

  // 0, or the status of what was met: 413 (a limit), 400 (a field that is not text). What follows is not stored.
  int refusal() const { return refusal_; }

 private:
  void open_file();
  void write_file(std::string_view bytes);
  void empty_file();
  void close_file();

  Request& request_;
  const std::string& folder_;
  const KernelLimits& limits_;
  int refusal_ = 0;
  std::size_t parts_ = 0;
  std::size_t field_bytes_ = 0;  // of all fields
  MultipartPart part_;
  std::string field_;  // value so far, of a part that is a field
  UploadedFile file_;  // bytes so far, of a part that is a file
  int descriptor_ = -1;
};

// Removes the uploads that a process ended by force has left in `folder`: those untouched for a day, since another
// server may share the folder.
void remove_abandoned_uploads(const std::filesystem::path& folder);

}  // namespace web
