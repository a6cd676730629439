"""The main job with the generated Python client.

Logs in, asks for an exposure, waits for its end, finds the image, reads the file, takes the pipeline's item:
``PYTHONPATH=target python3 main_job.py http://127.0.0.1:8080 ada ada saf``
"""

import sys
import time
import urllib.request

import lightpath_client as lightpath

base_url, username, password, site = sys.argv[1:5]

hub = lightpath.ApiClient(lightpath.Configuration(host=base_url))
token = lightpath.IdentityApi(hub).create_token(username=username, password=password, grant_type="password")
hub.configuration.access_token = token.access_token
print("logged in as", username)

jobs = lightpath.JobsApi(hub)
job = jobs.request_job(
    lightpath.JobRequest.from_dict(
        {
            "site": site,
            "device": "camera",
            "instance": "camera1",
            "action": "expose",
            "user_name": username,
            "user_id": username,
            "required_params": {"time": "0.2", "image_type": "light"},
            "optional_params": {"filter": "lum", "object": "M13"},
        }
    )
)
print("job", job.ulid)

deadline = time.monotonic() + 90
while job.ended_ms is None:
    if time.monotonic() > deadline:
        sys.exit(f"job {job.ulid} did not end within 90 s")
    time.sleep(0.5)
    job = jobs.get_job(job.ulid)
print(job.status_id)

base = job.images[0]
image = lightpath.ImagesApi(hub).get_image(base)
print("image", image.base_filename, "of", image.exposure_time, "s")

link = lightpath.FilesApi(hub).create_download_link(
    lightpath.DownloadRequest(object_name=base + "-EX10.jpg", s3_directory="data")
)
with urllib.request.urlopen(link, timeout=30) as preview:
    print("preview of", len(preview.read()), "bytes")

item = lightpath.PipeApi(hub).dequeue_pipe_item(site)
print("item", item.id, "of", item.queue_name)
