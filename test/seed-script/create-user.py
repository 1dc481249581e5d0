import json
import os
import requests

# GEMINI_HOST should be something like: "https://<city>.makemusicday.org"
base_host = os.environ['GEMINI_HOST']

# GEMINI_CLIENT_ID and GEMINI_CLIENT_SECRET are specific to your API client.
client_id = os.environ['GEMINI_CLIENT_ID']
client_secret = os.environ['GEMINI_CLIENT_SECRET']

default_scopes = "profile performer venue"

create_user_url = f"{base_host}/api/users/create"
create_user_payload = {
    "email": os.argv[0],         # provided at runtime
    "password": os.argv[1],      # provided at runtime
    "grant_type": "password",    # Only 'password' grants are supported at this time
    "scope": "profile performer venue",
    "has_accepted_terms": True,  # Indicates that the user has accepted the city's terms and conditions
}

resp = requests.post(
    create_user_url,
    auth=requests.auth.HTTPBasicAuth(client_id, client_secret),
    json=create_user_payload
)

print(json.dumps(resp, indent=True))
