"""Doors of the room."""

from fastapi import APIRouter

router = APIRouter()
