#include "support/files.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace support {

web::UploadedFile uploaded(std::string_view field, std::string_view filename, std::string_view bytes,
                           const std::filesystem::path& folder) {
  std::string path = folder / "upload-XXXXXX";
  const int descriptor = ::mkstemp(path.data());
  if (descriptor < 0) throw std::system_error(errno, std::generic_category(), path);
  ::close(descriptor);
  std::ofstream(path, std::ios::binary) << bytes;
  web::UploadedFile file;
  file.field = field;
  file.filename = filename;
  file.path = path;
  file.size = bytes.size();
  return file;
}

}  // namespace support
